// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.ReportUnknown;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a report is written as: its file's ending says it. */
public enum ReportFormat {
    HTML,
    PDF,
    JSON,
    /** ETSI TS 119 102-2, of the signatures of one file. */
    XML;

    /** @throws ProblemException {@code REPORT-UNKNOWN} */
    public static ReportFormat of(Path file) throws ProblemException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new ReportUnknown(
                        file, Arrays.stream(values()).map(ReportFormat::ending).toList())));
    }

    private String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
