// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How files are called that hold signatures, and what the signed document beside one is called. */
public final class DetachedName {

    private static final Pattern SIGNATURE = Pattern.compile(".+\\.(p7s|p7m|xsig|asice|asics)", Pattern.DOTALL);

    private static final Pattern TIMESTAMP = Pattern.compile(".+\\.(tst|tsr)", Pattern.DOTALL);

    /** A second one beside the first. */
    private static final Pattern COUNTED = Pattern.compile("(.+)-[1-9][0-9]{0,4}", Pattern.DOTALL);

    private static final Pattern OURS = Pattern.compile(
            "(.+)-signed(?:-[1-9][0-9]{0,4})?(?:-(?:t|lt|lta)(?:-[1-9][0-9]{0,4})?)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private DetachedName() {}

    /** By an ending that nothing else has. */
    public static boolean isSignature(Path file) {
        return is(SIGNATURE, file);
    }

    /** By the endings of time-stamps in files of their own: tokens, and answers that hold one. */
    public static boolean isTimestamp(Path file) {
        return is(TIMESTAMP, file);
    }

    private static boolean is(Pattern name, Path file) {
        return name.matcher(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT))
                .matches();
    }

    /**
     * Where the document may be, the likeliest first: {@code X-signed-2.p7s} and {@code X.p7s} both sign {@code X}, {@code
     * X.tst} and {@code X-2.tst} both stamp it.
     */
    public static List<Path> originals(Path signature) {
        String name = String.valueOf(signature.getFileName());
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return List.of();
        }
        List<Path> originals = new ArrayList<>();
        String whole = name.substring(0, dot);
        Matcher ours = OURS.matcher(whole);
        if (ours.matches()) {
            originals.add(signature.resolveSibling(ours.group(1)));
        }
        originals.add(signature.resolveSibling(whole));
        Matcher counted = COUNTED.matcher(whole);
        if (isTimestamp(signature) && counted.matches()) {
            originals.add(signature.resolveSibling(counted.group(1)));
        }
        return List.copyOf(originals);
    }
}
