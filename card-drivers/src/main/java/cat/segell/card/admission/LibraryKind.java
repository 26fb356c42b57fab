// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.admission;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What kind of computer a shared library is made for, as its header tells.
 *
 * @param system {@code Linux}, {@code Windows} or {@code macOS}
 * @param processors {@code x86_64}, {@code aarch64} and so on; several in macOS' universal libraries
 */
record LibraryKind(String system, Set<String> processors) {

    private static final int ELF = 0x7f454c46;
    private static final int ELF_SHARED_OBJECT = 3;
    private static final int ELF_64_BITS = 2;
    /** p_type of a segment that is loaded, and the length of a segment's entry in the program header table. */
    private static final int ELF_LOADED = 1;

    private static final int ELF_SEGMENT_LENGTH = 56;

    /** e_machine in the System V ABI. */
    private static final Map<Integer, String> ELF_MACHINES = Map.of(
            2, "sparc", 3, "x86", 8, "mips", 20, "ppc", 21, "ppc64", 22, "s390x", 40, "arm", 62, "x86_64", 183,
            "aarch64", 243, "riscv64");

    /** Machine in the PE format's COFF header. */
    private static final Map<Integer, String> PE_MACHINES =
            Map.of(0x14c, "x86", 0x1c4, "arm", 0x8664, "x86_64", 0xaa64, "aarch64");

    private static final int PE_DLL = 0x2000;

    /** cputype in Mach-O. */
    private static final Map<Integer, String> MACH_MACHINES =
            Map.of(7, "x86", 12, "arm", 0x1000007, "x86_64", 0x100000c, "aarch64");

    private static final int MACH_32 = 0xfeedface;
    private static final int MACH_64 = 0xfeedfacf;
    private static final int MACH_UNIVERSAL = 0xcafebabe;
    /** A Java class file begins with the same four bytes; its version stands where the number of parts would. */
    private static final int MOST_PARTS = 20;

    private static final int MACH_PART_LENGTH = 20;

    LibraryKind {
        processors = Set.copyOf(processors);
    }

    /** What this program itself runs on. */
    static LibraryKind own() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.startsWith("windows") ? "Windows" : name.startsWith("mac") ? "macOS" : "Linux";
        return new LibraryKind(system, Set.of(System.getProperty("os.arch").replace("amd64", "x86_64")));
    }

    /**
     * @param file a regular one
     * @return nothing where it is no shared library of a kind that is known
     */
    static Optional<LibraryKind> of(Path file) throws IOException {
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            ByteBuffer head = at(in, 0, 64);
            return switch (head.getInt(0)) {
                case ELF -> elf(in, head);
                case MACH_32, MACH_64 -> mach(head.getInt(4));
                case MACH_UNIVERSAL -> universal(in, head.getInt(4));
                default -> otherOrder(in, head);
            };
        } catch (EOFException tooShort) {
            return Optional.empty();
        }
    }

    private static Optional<LibraryKind> elf(SeekableByteChannel in, ByteBuffer head) throws IOException {
        head.order(head.get(5) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (head.getShort(16) != ELF_SHARED_OBJECT) {
            return Optional.empty();
        }
        String processor = name(ELF_MACHINES, head.getShort(18) & 0xffff);
        boolean wide = head.get(4) == ELF_64_BITS;
        if (wide && isCutOff(in, head)) {
            return Optional.empty();
        }
        boolean narrow = !wide && processor.endsWith("64");
        return one("Linux", narrow ? processor + " (32 bits)" : processor);
    }

    /** Whoever loads a library that ends before its last segment does dies of it. */
    private static boolean isCutOff(SeekableByteChannel in, ByteBuffer head) throws IOException {
        int length = head.getShort(54) & 0xffff;
        int segments = head.getShort(56) & 0xffff;
        if (segments == 0 || length < ELF_SEGMENT_LENGTH) {
            return false;
        }
        ByteBuffer table = at(in, head.getLong(32), segments * length).order(head.order());
        for (int at = 0; at < segments * length; at += length) {
            boolean loaded = table.getInt(at) == ELF_LOADED;
            if (loaded && table.getLong(at + 8) + table.getLong(at + 32) > in.size()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<LibraryKind> otherOrder(SeekableByteChannel in, ByteBuffer head) throws IOException {
        head.order(ByteOrder.LITTLE_ENDIAN);
        int magic = head.getInt(0);
        if (magic == MACH_32 || magic == MACH_64) {
            return mach(head.getInt(4));
        }
        return (magic & 0xffff) == 0x5a4d ? windows(in, head.getInt(60)) : Optional.empty();
    }

    /** @param start where the header that counts begins, behind the one for DOS */
    private static Optional<LibraryKind> windows(SeekableByteChannel in, int start) throws IOException {
        if (start < 0) {
            return Optional.empty();
        }
        ByteBuffer header = at(in, start, 24).order(ByteOrder.LITTLE_ENDIAN);
        boolean library = header.getInt(0) == 0x4550 && (header.getShort(22) & PE_DLL) != 0;
        return library ? one("Windows", name(PE_MACHINES, header.getShort(4) & 0xffff)) : Optional.empty();
    }

    private static Optional<LibraryKind> mach(int processor) {
        return one("macOS", name(MACH_MACHINES, processor));
    }

    private static Optional<LibraryKind> universal(SeekableByteChannel in, int parts) throws IOException {
        if (parts < 1 || parts > MOST_PARTS) {
            return Optional.empty();
        }
        ByteBuffer table = at(in, 8, parts * MACH_PART_LENGTH);
        Set<String> processors = new TreeSet<>();
        for (int i = 0; i < parts; i++) {
            processors.add(name(MACH_MACHINES, table.getInt(i * MACH_PART_LENGTH)));
        }
        return Optional.of(new LibraryKind("macOS", processors));
    }

    private static Optional<LibraryKind> one(String system, String processor) {
        return Optional.of(new LibraryKind(system, Set.of(processor)));
    }

    private static String name(Map<Integer, String> machines, int number) {
        return machines.getOrDefault(number, "0x" + Integer.toHexString(number));
    }

    private static ByteBuffer at(SeekableByteChannel in, long position, int length) throws IOException {
        if (position < 0 || position + length > in.size()) {
            throw new EOFException();
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        in.position(position);
        while (bytes.hasRemaining()) {
            if (in.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    /** Whether a program of kind {@code own} can load it. */
    boolean fits(LibraryKind own) {
        return system.equals(own.system) && processors.containsAll(own.processors);
    }

    /** For messages: the same in every language. */
    String words() {
        return system + " " + String.join(", ", new TreeSet<>(processors));
    }
}
