// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.host;

import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.KeyProblem.DriverWrongArch;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A PKCS#11 library as far as its file tells before anything is loaded.
 *
 * @param named as the person or the settings name it, for messages
 * @param real absolute, without links
 */
public record ModuleFile(Path named, Path real) {

    private static final int ELF_HEADER = 20;
    private static final int ELF_SHARED_OBJECT = 3;

    /** e_machine in the System V ABI, by the JVM's name of the processor; all of 64 bits. */
    private static final Map<String, Integer> MACHINES = Map.of("amd64", 62, "aarch64", 183, "riscv64", 243);

    /** @throws ProblemException {@code DRIVER-MISSING}, {@code DRIVER-INVALID} or {@code DRIVER-WRONG-ARCH} */
    public static ModuleFile check(Path named) throws ProblemException {
        try {
            Path real = named.toRealPath();
            if (!Files.isRegularFile(real)) {
                throw new ProblemException(new DriverInvalid(named));
            }
            if (System.getProperty("os.name").equals("Linux")) {
                checkElf(named, header(real));
            }
            return new ModuleFile(named, real);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new DriverMissing(named), e);
        } catch (IOException e) {
            throw new ProblemException(new DriverInvalid(named), e);
        }
    }

    private static ByteBuffer header(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ByteBuffer.wrap(in.readNBytes(ELF_HEADER));
        }
    }

    private static void checkElf(Path named, ByteBuffer header) throws ProblemException {
        if (header.remaining() < ELF_HEADER || header.getInt(0) != 0x7f454c46) {
            throw new ProblemException(new DriverInvalid(named));
        }
        boolean wide = header.get(4) == 2;
        header.order(header.get(5) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (header.getShort(16) != ELF_SHARED_OBJECT) {
            throw new ProblemException(new DriverInvalid(named));
        }
        Integer own = MACHINES.get(System.getProperty("os.arch"));
        if (own != null && (!wide || header.getShort(18) != own.shortValue())) {
            throw new ProblemException(new DriverWrongArch(named));
        }
    }
}
