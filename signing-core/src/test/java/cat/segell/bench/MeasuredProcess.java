// SPDX-License-Identifier: EUPL-1.2
package cat.segell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a command took, from its start to its end, all processes that it started among it. Of Linux. One at a time: the system sums
 * up the processor time of all children that have ended.
 *
 * @param wall seconds
 * @param processor seconds of the processor, of the program and of the system; in hundredths, as the kernel tells them
 * @param resident bytes that the processes held together at most, as far as looking at them again and again saw it
 * @param said what the command wrote on its standard output
 */
record MeasuredProcess(int exitStatus, double wall, double processor, long resident, String said) {

    /** How often the memory is looked at, in milliseconds. */
    private static final int LOOK = 20;

    /** The user’s and the system’s time of children that have ended, of the fields after the name: proc_pid_stat(5), 16 and 17. */
    private static final int CHILDREN_USER = 13;

    private static final int CHILDREN_SYSTEM = 14;

    /** USER_HZ: what proc_pid_stat(5) counts in, on all processors that Segell runs on. */
    private static final double TICKS_A_SECOND = 100;

    /** @throws IllegalStateException if it ends with another status than 0 */
    static MeasuredProcess succeeding(List<String> command) throws IOException, InterruptedException {
        return succeeding(command, Map.of());
    }

    /**
     * @param environment besides this process's own
     * @throws IllegalStateException if it ends with another status than 0
     */
    static MeasuredProcess succeeding(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        MeasuredProcess measured = of(command, environment);
        if (measured.exitStatus != 0) {
            throw new IllegalStateException("ended with " + measured.exitStatus + ": " + measured.said);
        }
        return measured;
    }

    private static MeasuredProcess of(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("segell-bench", ".out");
        try {
            double ticks = childrenTicks();
            long begun = System.nanoTime();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(environment);
            Process process = builder.start();
            long resident = residentAtMost(process);
            double wall = (System.nanoTime() - begun) / 1e9;
            double processor = (childrenTicks() - ticks) / TICKS_A_SECOND;
            String said = Files.readString(output, StandardCharsets.UTF_8).strip();
            return new MeasuredProcess(process.exitValue(), wall, processor, resident, said);
        } finally {
            Files.delete(output);
        }
    }

    /** Looks until it has ended. */
    private static long residentAtMost(Process process) throws InterruptedException {
        long most = 0;
        do {
            most = Math.max(
                    most,
                    Stream.concat(Stream.of(process.toHandle()), process.descendants())
                            .mapToLong(MeasuredProcess::resident)
                            .sum());
        } while (!process.waitFor(LOOK, TimeUnit.MILLISECONDS));
        return most;
    }

    /** @return bytes; 0 of a process that has ended meanwhile */
    private static long resident(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    private static double childrenTicks() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        // The name may have spaces and brackets of its own.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Double.parseDouble(fields[CHILDREN_USER]) + Double.parseDouble(fields[CHILDREN_SYSTEM]);
    }
}
