// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

/** Names of tiles and entry bundles, as C2SP tlog-tiles spells them. */
final class TileName {

    private TileName() {}

    /** @param width 256 for a full tile */
    static String tile(int level, long index, int width) {
        return "tile/" + level + "/" + path(index) + suffix(width);
    }

    /** @param width 256 for a full bundle */
    static String entries(long index, int width) {
        return "tile/entries/" + path(index) + suffix(width);
    }

    /** The folder of the partial ones, needed until the full one is there. */
    static String partials(String fullName) {
        return fullName + ".p/";
    }

    /** 1234067 is {@code x001/x234/067}. */
    private static String path(long index) {
        String last = threeDigits(index % 1000);
        return index < 1000 ? last : folders(index / 1000) + last;
    }

    private static String folders(long index) {
        String last = "x" + threeDigits(index % 1000) + "/";
        return index < 1000 ? last : folders(index / 1000) + last;
    }

    private static String threeDigits(long number) {
        String digits = Long.toString(number);
        return "0".repeat(3 - digits.length()) + digits;
    }

    private static String suffix(int width) {
        return width == Tile.WIDTH ? "" : ".p/" + width;
    }
}
