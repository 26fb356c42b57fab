// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.notary;

import cat.segell.cli.ExitStatus;
import cat.segell.cli.Out;
import cat.segell.document.Digest;
import cat.segell.notary.Metadata;
import cat.segell.notary.ReceiptReport;
import cat.segell.notary.proof.ReceiptVerifier;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.text.Showable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Receipts that were given, against the documents that they may belong to. */
public final class ReceiptCheck {

    private final ReceiptVerifier verifier;
    private final List<Path> receipts;

    public ReceiptCheck(ReceiptVerifier verifier, List<Path> receipts) {
        this.verifier = verifier;
        this.receipts = List.copyOf(receipts);
    }

    /** Where no receipt was given. */
    public static ReceiptCheck none() {
        return new ReceiptCheck(ReceiptVerifier.NONE, List.of());
    }

    /** One receipt and what was found. */
    public record Result(Path file, Path receipt, ReceiptReport report) {

        public int status() {
            return report.problem().map(ExitStatus::of).orElse(ExitStatus.DONE);
        }

        public Map<String, Object> json(String shown, Out out) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", shown);
            json.put("receipt", receipt.toString());
            // What the receipt says of itself is a state only where that holds.
            report.found()
                    .filter(_ -> report.valid())
                    .ifPresent(found -> json.put("state", found.state().name().toLowerCase(Locale.ROOT)));
            // Left out where it can't be told.
            if (status() != ExitStatus.UNDETERMINED) {
                json.put("valid", report.valid());
            }
            report.found().ifPresent(found -> {
                json.put("log", found.log());
                json.put("index", found.index());
                json.put("entry", found.index() + 1);
                found.metadata().values().forEach((field, value) -> json.put(field.key(), value));
            });
            report.problem().ifPresent(problem -> json.put("problem", out.facts(problem)));
            return json;
        }

        public void tell(String shown, Out out) {
            Optional<Problem> problem = report.problem();
            if (problem.isPresent()) {
                out.line(out.words(problem.get(), "  "));
                return;
            }
            sentences(shown, out).forEach(sentence -> out.line(out.wrapped("  ", sentence)));
        }

        /** What it says; of one that doesn't fit, why. */
        public List<String> sentences(String shown, Out out) {
            List<String> sentences = new ArrayList<>();
            report.problem().ifPresent(problem -> sentences.add(out.statement(problem)));
            report.found().filter(_ -> report.problem().isEmpty()).ifPresent(found -> {
                sentences.add(out.texts()
                        .text("receipt.fits", Map.of("file", shown, "log", found.log(), "number", found.index() + 1)));
                sentences.addAll(metadata(found, out));
                sentences.add(found.meaning(out.language()));
            });
            return sentences;
        }

        /** What only the receipt says of the document; the commitment of an earlier version is left to JSON. */
        private static List<String> metadata(ReceiptReport.Found found, Out out) {
            List<String> sentences = new ArrayList<>();
            String said = found.metadata().values().entrySet().stream()
                    .filter(value -> value.getKey() != Metadata.Field.SUPERSEDES)
                    .map(value -> out.texts()
                            .text("receipt.says." + value.getKey().key(), "value", Showable.of(value.getValue())))
                    .collect(Collectors.joining("; "));
            if (!said.isEmpty()) {
                sentences.add(said);
            }
            if (found.metadata().supersedes().isPresent()) {
                sentences.add(out.texts().text("receipt.says.supersedes"));
            }
            return sentences;
        }
    }

    /**
     * What each receipt is worth. It belongs to every document that it fits, else to the one whose name it bears, else to the
     * first: none is passed over in silence.
     *
     * @param documents digests by the documents' files, in the order of their naming
     */
    public List<Result> results(Map<Path, Digest> documents) {
        return receipts.stream()
                .flatMap(receipt -> results(receipt, documents).stream())
                .toList();
    }

    private List<Result> results(Path receipt, Map<Path, Digest> documents) {
        List<Result> all = documents.entrySet().stream()
                .map(document -> new Result(
                        document.getKey(), receipt, verifier.verify(document.getKey(), document.getValue(), receipt)))
                .toList();
        List<Result> fitting = all.stream()
                .filter(result -> result.report().problem().isEmpty())
                .toList();
        return fitting.isEmpty()
                ? all.stream()
                        .filter(result -> belongs(result.file(), receipt))
                        .findFirst()
                        .or(() -> all.stream().findFirst())
                        .stream()
                        .toList()
                : fitting;
    }

    private static boolean belongs(Path file, Path receipt) {
        return String.valueOf(receipt.getFileName()).startsWith(file.getFileName() + ".");
    }

    static String title(Problem problem, Out out) {
        return ProblemText.of(problem, out.language()).title();
    }
}
