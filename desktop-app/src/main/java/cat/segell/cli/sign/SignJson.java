// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.cli.RevocationJson;
import cat.segell.problem.DocumentProblem.SignedByHolder;
import cat.segell.problem.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How a batch ended, as in JSON. */
record SignJson(SignOutcome outcome, Inputs inputs, Out out) {

    Map<String, Object> document() {
        Map<String, Object> json = new LinkedHashMap<>();
        outcome.batch().ifPresent(id -> json.put("batch", id));
        json.put("documents", outcome.documents().stream().map(this::json).toList());
        outcome.level().ifPresent(choice -> {
            json.put("levelWanted", choice.level().name());
            json.put("levelReason", choice.reason().word());
        });
        List<Map<String, Object>> notices = Stream.of(
                        outcome.expired(), outcome.soon(), outcome.signer().flatMap(SignOutcome.Signer::withdrawn))
                .<Problem>flatMap(Optional::stream)
                .map(out::facts)
                .toList();
        if (!notices.isEmpty()) {
            json.put("notices", notices);
        }
        if (outcome.practice()) {
            json.put("practice", true);
        }
        RevocationJson.of(outcome.revocation(), out).ifPresent(told -> json.put("revocation", told));
        return json;
    }

    private Map<String, Object> json(DocumentResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("input", inputs.shown(result.input()));
        switch (result) {
            case Skipped(Path _, Optional<SignedByHolder> why) -> {
                json.put("status", "skipped");
                why.ifPresent(notice -> json.put("problem", out.facts(notice)));
            }
            case Failed(Path _, Problem problem) -> {
                json.put("status", "failed");
                json.put("problem", out.facts(problem, outcome.advice().after(problem)));
            }
            case Signed signed -> signed(signed, json);
        }
        return json;
    }

    private void signed(Signed signed, Map<String, Object> json) {
        json.put("output", signed.output().toString());
        json.put("status", "signed");
        json.put("sha256", signed.sha256().hex());
        json.put("format", signed.made().form().format().word());
        json.put("level", signed.level().name());
        signed.made().field().ifPresent(name -> json.put("field", name));
        if (outcome.supplied()) {
            json.put("supplied", true);
        }
        outcome.signer()
                .ifPresent(who ->
                        json.put("certificateSha256", who.credential().id().certificateSha256()));
        signed.receipt().ifPresent(receipt -> json.put("receipt", receipt.toString()));
        signed.pending().ifPresent(pending -> {
            json.put("pending", pending.level().name());
            json.put("problem", out.facts(pending.why()));
        });
        signed.notRecorded().ifPresent(problem -> json.put("notRecorded", out.facts(problem)));
        if (outcome.practice()) {
            json.put("practice", true);
        }
    }
}
