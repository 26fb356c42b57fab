// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.cli.Inputs;
import cat.segell.cli.JsonDocument;
import cat.segell.cli.Out;
import cat.segell.document.OutputFile;
import cat.segell.problem.DocumentProblem.ReportEmpty;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.ReportForOne;
import cat.segell.report.ReportFormat;
import cat.segell.report.VerificationReport;
import cat.segell.validation.ValidationReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the report of one run goes, and as what. */
record ReportFile(Path place, ReportFormat format) {

    /**
     * @param inputs what is to be verified
     * @throws ProblemException where it can't become a report: before anything is verified
     */
    static ReportFile of(Path place, Inputs inputs) throws ProblemException {
        ReportFormat format = ReportFormat.of(place);
        List<Path> files = inputs.resolved();
        if (format == ReportFormat.XML && (files.size() > 1 || Files.isDirectory(files.getFirst()))) {
            throw new ProblemException(new ReportForOne(place));
        }
        OutputFile.probeAs(place);
        return new ReportFile(place, format);
    }

    boolean etsi() {
        return format == ReportFormat.XML;
    }

    /**
     * @param document what JSON says
     * @throws ProblemException where it can't be written, or nothing is to be told
     */
    void write(List<VerifyOutcome> outcomes, Map<String, ?> document, VerificationReport report, Out out)
            throws ProblemException {
        byte[] content = switch (format) {
            case HTML -> report.html(out.language());
            case PDF -> report.pdf(out.language());
            case JSON -> (JsonDocument.written(document) + "\n").getBytes(StandardCharsets.UTF_8);
            case XML -> etsi(outcomes.getFirst()).getBytes(StandardCharsets.UTF_8);
        };
        OutputFile.putAs(new ByteArrayInputStream(content), place);
    }

    private static String etsi(VerifyOutcome outcome) throws ProblemException {
        return outcome.report()
                .flatMap(ValidationReport::etsi)
                .orElseThrow(() -> new ProblemException(new ReportEmpty(outcome.input())));
    }
}
