// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.batch;

import cat.segell.app.terminal.Terminal;
import cat.segell.batch.journal.DocumentState;
import cat.segell.batch.journal.JournaledBatch;
import cat.segell.batch.journal.JournaledDocument;
import cat.segell.cli.Columns;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Batches of the journal, in JSON and for people. */
record BatchWriting(Out out) {

    Map<String, Object> summary(JournaledBatch batch) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", batch.id());
        json.put("created", batch.created().toString());
        json.put("total", batch.documents().size());
        json.put("signed", batch.signed());
        json.put("failed", batch.failed());
        json.put("skipped", batch.skipped());
        json.put("pending", batch.left());
        json.put("state", batch.state().word());
        return json;
    }

    Map<String, Object> document(JournaledBatch batch) {
        Map<String, Object> json = summary(batch);
        json.put("key", batch.order().key());
        json.put("certificateSha256", batch.order().certificateSha256());
        json.put(
                "documents",
                batch.documents().stream().map(BatchWriting::document).toList());
        return json;
    }

    /** Words and keys as those of {@code sign}, where they mean the same. */
    private static Map<String, Object> document(JournaledDocument document) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("input", document.document().input().toString());
        document.output().ifPresent(file -> json.put("output", file.toString()));
        json.put("state", document.state().word());
        document.signed()
                .filter(digest ->
                        digest.algorithm() == DigestAlgorithm.SHA256 && document.state() == DocumentState.SIGNED)
                .map(Digest::hex)
                .ifPresent(hex -> json.put("sha256", hex));
        document.level().ifPresent(level -> json.put("level", level.name()));
        document.pending().ifPresent(level -> json.put("pending", level.name()));
        document.problem().ifPresent(code -> json.put("problem", Map.of("code", code)));
        return json;
    }

    void tell(List<JournaledBatch> batches) {
        if (batches.isEmpty()) {
            out.say("batch.none");
            return;
        }
        Columns table = new Columns();
        table.row(Stream.of("id", "created", "documents", "signed", "failed", "left", "state")
                .map(head -> out.texts().text("batch.head." + head))
                .toArray(String[]::new));
        for (JournaledBatch batch : batches) {
            table.row(
                    JournaledBatch.brief(batch.id()),
                    out.language().date(batch.created()) + ", " + out.language().time(batch.created()),
                    String.valueOf(batch.documents().size()),
                    String.valueOf(batch.signed()),
                    String.valueOf(batch.failed()),
                    String.valueOf(batch.left()),
                    out.texts().text("batch.state." + batch.state().word()));
        }
        table.lines().forEach(out::line);
        batches.stream()
                .filter(batch -> batch.state() == JournaledBatch.State.PAUSED)
                .findFirst()
                .ifPresent(batch -> {
                    out.line("");
                    tellResume(batch);
                });
    }

    void tell(JournaledBatch batch, Terminal terminal) {
        out.say(
                "batch.about",
                Map.of(
                        "id",
                        batch.id(),
                        "date",
                        out.language().moment(batch.created()),
                        "state",
                        out.texts().text("batch.state." + batch.state().word())));
        Columns table = new Columns();
        for (JournaledDocument document : batch.documents()) {
            table.row(
                    Inputs.near(terminal, document.document().input()),
                    out.texts().text("batch.document." + document.state().word()),
                    document.output()
                            .map(file -> Inputs.near(terminal, file))
                            .or(document::problem)
                            .orElse(""));
        }
        table.lines().forEach(out::line);
        if (batch.state() == JournaledBatch.State.PAUSED) {
            out.line("");
            tellResume(batch);
        }
    }

    private void tellResume(JournaledBatch batch) {
        out.say(
                "batch.resume",
                Map.of("count", batch.left(), "segell", out.segell(), "id", JournaledBatch.brief(batch.id())));
    }
}
