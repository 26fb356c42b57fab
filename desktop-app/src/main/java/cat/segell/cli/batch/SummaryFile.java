// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.batch;

import cat.segell.batch.journal.JournaledBatch;
import cat.segell.document.OutputFile;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.ReportUnknown;
import cat.segell.report.BatchReport;
import cat.segell.text.Language;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Where the summary of a batch goes, and as what. */
record SummaryFile(Path place, Format format) {

    /** As the file's ending says. */
    enum Format {
        CSV,
        HTML,
        PDF;

        private String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws ProblemException {@code REPORT-UNKNOWN}, or where no file can be there */
    static SummaryFile of(Path place) throws ProblemException {
        String name = String.valueOf(place.getFileName()).toLowerCase(Locale.ROOT);
        Format format = Arrays.stream(Format.values())
                .filter(each -> name.endsWith(each.ending()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new ReportUnknown(
                        place,
                        Arrays.stream(Format.values()).map(Format::ending).toList())));
        OutputFile.probeAs(place);
        return new SummaryFile(place, format);
    }

    void write(JournaledBatch batch, Language language) throws ProblemException {
        BatchReport report = new BatchReport(batch);
        byte[] content = switch (format) {
            case CSV -> report.csv();
            case HTML -> report.html(language);
            case PDF -> report.pdf(language);
        };
        OutputFile.putAs(new ByteArrayInputStream(content), place);
    }
}
