// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.PrivateFolder;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.CatalogueBroken;
import cat.segell.problem.SettingProblem.CatalogueKeyNone;
import cat.segell.problem.SettingProblem.CatalogueOlder;
import cat.segell.problem.SettingProblem.CatalogueSignatureWrong;
import cat.segell.problem.SettingProblem.CatalogueUnsigned;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * The catalogue that was imported into this home, which counts while its publisher's signature holds and it is newer than the
 * one in the build.
 *
 * @param folder {@code catalogue} in the home
 * @param key that policy pins; without one nothing that was imported counts
 */
public record CatalogueStore(Path folder, Optional<CatalogueKey> key) {

    private static final int LARGEST_SIGNATURE = 256;

    /**
     * @param imported whether it is not the one in the build
     * @param problem why what was imported isn't used
     */
    public record InUse(Catalogue catalogue, boolean imported, Optional<Problem> problem) {}

    /** Content and signature are read once: what was verified is what is used. */
    private record Signed(Path file, byte[] content, byte[] signature) {}

    public InUse read() {
        Catalogue bundled = Catalogue.bundled();
        if (Files.notExists(file())) {
            return new InUse(bundled, false, Optional.empty());
        }
        try {
            byte[] content = bytes(file(), CatalogueReader.LARGEST);
            Catalogue imported = verified(new Signed(file(), content, signature(signatureOf(content))));
            boolean newer = imported.version() > bundled.version();
            return new InUse(newer ? imported : bundled, newer, Optional.empty());
        } catch (ProblemException e) {
            return new InUse(bundled, false, Optional.of(e.problem()));
        }
    }

    /**
     * Imports a catalogue whose signature lies beside it as {@code FILE.sig}.
     *
     * @return the catalogue that is used from now on
     * @throws ProblemException {@code CATALOGUE-KEY-NONE}, {@code CATALOGUE-UNSIGNED}, {@code CATALOGUE-SIGNATURE-WRONG},
     *     {@code CATALOGUE-BROKEN}, {@code CATALOGUE-FORMAT-UNKNOWN}, {@code CATALOGUE-OLDER}, {@code HOME-UNWRITABLE}
     */
    public Catalogue take(Path file) throws ProblemException {
        if (key.isEmpty()) {
            throw new ProblemException(new CatalogueKeyNone());
        }
        byte[] content = bytes(file, CatalogueReader.LARGEST);
        Signed signed = new Signed(file, content, signature(file.resolveSibling(file.getFileName() + ".sig")));
        Catalogue offered = verified(signed);
        int present = read().catalogue().version();
        if (offered.version() <= present) {
            throw new ProblemException(new CatalogueOlder(file, offered.version(), present));
        }
        lay(signed);
        return offered;
    }

    /** The signature first: what nobody vouches for isn't even parsed. */
    private Catalogue verified(Signed signed) throws ProblemException {
        if (key.isEmpty()) {
            throw new ProblemException(new CatalogueKeyNone());
        }
        if (!key.get().signed(signed.content(), signed.signature())) {
            throw new ProblemException(new CatalogueSignatureWrong(signed.file()));
        }
        return CatalogueReader.read(signed.file(), signed.content());
    }

    private Path file() {
        return folder.resolve("catalogue.json");
    }

    /** Named by what it signs, so that the two files change at once. */
    private Path signatureOf(byte[] content) {
        return folder.resolve(DigestAlgorithm.SHA256.of(content).hex() + ".sig");
    }

    private void lay(Signed signed) throws ProblemException {
        try {
            PrivateFolder home = PrivateFolder.at(folder);
            move(home.write(UUID.randomUUID() + ".part", signed.signature()), signatureOf(signed.content()));
            move(home.write(UUID.randomUUID() + ".part", signed.content()), file());
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(folder), e);
        }
    }

    private static void move(Path written, Path place) throws IOException {
        Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] signature(Path file) throws ProblemException {
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(new CatalogueUnsigned(file));
        }
        return bytes(file, LARGEST_SIGNATURE);
    }

    private static byte[] bytes(Path file, int largest) throws ProblemException {
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(new CatalogueBroken(file, "-"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new ProblemException(new CatalogueBroken(file, largest + " bytes"));
            }
            return bytes;
        } catch (IOException e) {
            throw new ProblemException(new CatalogueBroken(file, "-"), e);
        }
    }
}
