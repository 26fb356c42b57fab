// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.document.Digest;
import cat.segell.notary.ReceiptReport;
import cat.segell.notary.proof.ReceiptVerifier;
import cat.segell.problem.LedgerProblem.ReceiptOtherDocument;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Receipts that were given, against the documents that they may belong to. */
final class ReceiptCheck {

    private final ReceiptVerifier verifier;
    private final List<Path> receipts;

    ReceiptCheck(ReceiptVerifier verifier, List<Path> receipts) {
        this.verifier = verifier;
        this.receipts = List.copyOf(receipts);
    }

    /** Where no receipt was given. */
    static ReceiptCheck none() {
        return new ReceiptCheck(new ReceiptVerifier(List.of()), List.of());
    }

    /** One receipt and what was found. */
    record Result(Path file, Path receipt, ReceiptReport report) {

        int status() {
            return report.problem().map(ExitStatus::of).orElse(ExitStatus.DONE);
        }

        Map<String, Object> json(String shown, Out out) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", shown);
            json.put("receipt", receipt.toString());
            report.found()
                    .ifPresent(found -> json.put("state", found.state().name().toLowerCase(java.util.Locale.ROOT)));
            json.put("valid", report.valid());
            report.found().ifPresent(found -> {
                json.put("log", found.log());
                json.put("index", found.index());
                found.metadata().values().forEach((field, value) -> json.put(field.key(), value));
            });
            report.problem().ifPresent(problem -> json.put("problem", out.facts(problem)));
            return json;
        }

        void tell(String shown, Out out) {
            Optional<Problem> problem = report.problem();
            if (problem.isPresent()) {
                out.line(out.words(problem.get(), "  "));
                return;
            }
            ReceiptReport.Found found = report.found().orElseThrow();
            out.line(out.wrapped(
                    "  ",
                    out.texts()
                            .text(
                                    "receipt.fits",
                                    Map.of("file", shown, "log", found.log(), "number", found.index() + 1))));
            out.line(out.wrapped("  ", found.state().meaning(out.language())));
        }
    }

    /** The receipts of this document: by their name, else all that can't be told to belong to another one. */
    List<Result> of(Path file, Digest sha256) {
        List<Result> results = new ArrayList<>();
        for (Path receipt : receipts) {
            ReceiptReport report = verifier.verify(file, sha256, receipt);
            boolean other = report.problem()
                    .filter(ReceiptOtherDocument.class::isInstance)
                    .isPresent();
            if (!other || belongs(file, receipt) || receipts.size() == 1) {
                results.add(new Result(file, receipt, report));
            }
        }
        return results;
    }

    private static boolean belongs(Path file, Path receipt) {
        return String.valueOf(receipt.getFileName()).startsWith(file.getFileName() + ".");
    }

    static String title(Problem problem, Out out) {
        return ProblemText.of(problem, out.language()).title();
    }
}
