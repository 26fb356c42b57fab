// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.ExpiryStage;
import cat.segell.certificate.Renewal;
import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells of each certificate once a day that it is about to expire ({@link ExpiryStage}), the command line and the window
 * together: whoever read it in one isn't told in the other. What was told when is a line a certificate in one file.
 */
public final class ExpiryNotices {

    private final Path file;
    private final Clock clock;

    /** @param file made when there is something to remember */
    public ExpiryNotices(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** What a person should be told now; nothing where it was told today. */
    public Optional<CertExpiresSoon> due(CertificateFacts facts) {
        return Renewal.soon(facts, clock.instant())
                .filter(_ -> !LocalDate.now(clock).equals(told().get(facts.sha256())));
    }

    /**
     * The person has it before their eyes: for today that is enough.
     *
     * @param sha256 of the certificate, in hex
     */
    public void told(String sha256) {
        LocalDate today = LocalDate.now(clock);
        Map<String, LocalDate> told = told();
        if (!today.equals(told.put(sha256, today))) {
            told.values().removeIf(day -> day.isBefore(today));
            remember(told);
        }
    }

    /** A file that can't be read has nothing to say: a notice too many does no harm. */
    private Map<String, LocalDate> told() {
        Map<String, LocalDate> told = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int blank = line.indexOf(' ');
                told.put(line.substring(0, blank), LocalDate.parse(line.substring(blank + 1)));
            }
        } catch (NoSuchFileException first) {
            return told;
        } catch (IOException | DateTimeException | IndexOutOfBoundsException damaged) {
            return new TreeMap<>();
        }
        return told;
    }

    private void remember(Map<String, LocalDate> told) {
        Remembered.write(
                file,
                told.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}
