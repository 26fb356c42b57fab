// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import cat.segell.validation.Reason;
import cat.segell.validation.coverage.Coverage.Counters;
import cat.segell.xml.XmlSignatures;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A container (ETSI EN 319 162-1): what its directory says is what it holds, each file once and below the container.
 *
 * @param kind of container, by the signatures in it
 * @param documents names of the files that are to be signed
 * @param coverage without what depends on the names that signatures give
 */
public record ContainerCoverage(Kind kind, List<String> documents, Coverage coverage) {

    /** What signs in it. */
    public enum Kind {
        XADES,
        CADES,
        NONE,
        /** Signatures of another kind of file, which look alike: OpenDocument, Office, Java archives. */
        FOREIGN
    }

    /** In files. */
    static final int MOST_FILES = 1000;

    /** In bytes, of all files together: a container may unpack to so much whatever its size. */
    static final long FREE = 64 << 20;

    /** Of the container's size, beyond that. */
    static final long LARGEST_RATIO = 100;

    private static final String META = "META-INF/";

    public ContainerCoverage {
        documents = List.copyOf(documents);
    }

    /**
     * @throws DocumentBomb where it unpacks without measure
     * @throws IOException where it can't be read
     */
    public static ContainerCoverage of(Path file) throws IOException {
        List<String> unpacked = new ArrayList<>();
        Signatures signatures = new Signatures();
        long most = Math.max(FREE, LARGEST_RATIO * Files.size(file));
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Measured content = new Measured(zip, most);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unpacked.add(entry.getName());
                if (unpacked.size() > MOST_FILES) {
                    throw new DocumentBomb();
                }
                signatures.read(entry.getName(), content);
                content.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IllegalArgumentException malformed) {
            throw new ZipException("a name in it");
        }
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (!ZipLayout.isTight(file)
                || !sorted(unpacked).equals(listed(file))
                || !distinct(unpacked)
                || !unpacked.stream().allMatch(ContainerCoverage::below)) {
            reasons.add(Reason.AMBIGUOUS);
        }
        if (!signatures.propertiesSigned) {
            reasons.add(Reason.COVERS_PART);
        }
        List<String> documents =
                unpacked.stream().filter(ContainerCoverage::isDocument).toList();
        return new ContainerCoverage(
                signatures.kind(),
                documents,
                new Coverage(signatures.count(), Set.of(), signatures.counters, false, reasons));
    }

    /** As its directory says, which other programs read. */
    private static List<String> listed(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().map(ZipEntry::getName).sorted().toList();
        }
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }

    /** Also on systems that know no difference between upper and lower case. */
    private static boolean distinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        return names.stream().map(ContainerCoverage::withoutSlash).allMatch(seen::add);
    }

    private static String withoutSlash(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** Unpacked, it stays in its folder on every system. */
    private static boolean below(String name) {
        return !name.isEmpty()
                && !name.startsWith("/")
                && name.chars().noneMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c))
                && List.of(name.split("/")).stream().noneMatch(part -> part.equals("..") || part.equals("."));
    }

    private static boolean isDocument(String name) {
        return !name.endsWith("/") && !name.equals("mimetype") && !name.startsWith(META);
    }

    private static final class Measured extends FilterInputStream {
        private long left;

        Measured(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int start, int length) throws IOException {
            int read = super.read(buffer, start, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws DocumentBomb {
            left -= read;
            if (left < 0) {
                throw new DocumentBomb();
            }
        }

        /** The container is read on. */
        @Override
        public void close() {
            // see above
        }
    }

    private static final class Signatures {
        private int xml;
        private int cms;
        private Counters counters = Counters.NONE;
        private boolean foreign;
        private boolean propertiesSigned = true;

        void read(String name, InputStream content) throws IOException {
            String lower = name.toLowerCase(Locale.ROOT);
            if (name.startsWith(META + "signature") && lower.endsWith(".p7s")) {
                Coverage found = CmsCoverage.of(content);
                cms += found.signatures();
                counters = counters.and(found.counters());
            } else if (name.startsWith(META) && lower.endsWith(".xml")) {
                XmlSignatures read = XmlSignatures.of(content);
                int found = read.signatures().size();
                counters = counters.and(XmlCoverage.counters(read));
                propertiesSigned &= read.propertiesSigned();
                if (lower.startsWith("meta-inf/signatures") || found == 0) {
                    xml += found;
                } else {
                    foreign = true;
                }
            } else if (lower.startsWith("_xmlsignatures/")
                    || (lower.startsWith("meta-inf/") && lower.endsWith(".sf"))) {
                foreign = true;
            }
        }

        int count() {
            return xml + cms;
        }

        Kind kind() {
            if (count() == 0) {
                return foreign ? Kind.FOREIGN : Kind.NONE;
            }
            // Both: the engine reads one and passes over the other, which shows in the count.
            return xml > 0 ? Kind.XADES : Kind.CADES;
        }
    }
}
