// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.demo;

import cat.segell.app.SigningServices;
import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.terminal.Terminal;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.card.practice.PracticeCard;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.cli.notary.ReceiptCheck;
import cat.segell.cli.sign.SignOrder;
import cat.segell.cli.sign.SignOutcome;
import cat.segell.cli.sign.SignRun;
import cat.segell.cli.verify.VerifyOutcome;
import cat.segell.cli.verify.VerifyRun;
import cat.segell.credential.Pin;
import cat.segell.credential.reference.KeyReference.PracticeKey;
import cat.segell.document.Digest;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Signs, time-stamps and records with practice means, then verifies files and receipts. */
final class DemoRun {

    private final Start start;
    private final Wiring wiring;
    private final Out out;
    private final Terminal terminal;
    private Inputs inputs;
    private SignOutcome outcome;
    private final List<VerifyOutcome> verified = new ArrayList<>();
    private final List<ReceiptCheck.Result> receipts = new ArrayList<>();

    DemoRun(Start start, Wiring wiring, Out out, Terminal terminal) {
        this.start = start;
        this.wiring = wiring;
        this.out = out;
        this.terminal = terminal;
        this.inputs = new Inputs(terminal, List.of());
        this.outcome = SignOutcome.of(List.of());
    }

    /** @param place folder for everything that is made: never a person's own */
    DemoRun sign(List<Path> documents, Path place) throws ProblemException {
        inputs = new Inputs(terminal, documents);
        SignOrder order = new SignOrder(
                inputs.resolved(),
                Optional.of(new PracticeKey()),
                SignatureProfile.pades(SignatureLevel.T),
                Optional.empty(),
                SigningServices.of(wiring.timestamps().of(List.of(Wiring.PRACTICE), false)),
                Optional.of(place),
                Optional.empty(),
                true,
                true,
                false,
                Optional.empty());
        outcome = new SignRun(wiring, out, terminal).run(order, inputs, _ -> new Pin(PracticeCard.PIN.toCharArray()));
        verify();
        return this;
    }

    private void verify() throws ProblemException {
        VerifyRun run = new VerifyRun(
                wiring.validator(),
                wiring.anchors(List.of(), true),
                ReceiptCheck.none(),
                start.dirs().work());
        for (Signed signed : signed()) {
            verified.add(run.verify(signed.output()));
            if (signed.receipt().isPresent()) {
                receipts.add(
                        check(signed.output(), signed.sha256(), signed.receipt().get()));
            }
        }
    }

    private ReceiptCheck.Result check(Path file, Digest sha256, Path receipt) throws ProblemException {
        return new ReceiptCheck.Result(
                file, receipt, wiring.ledger().receipts(List.of()).verify(file, sha256, receipt));
    }

    Inputs inputs() {
        return inputs;
    }

    SignOutcome outcome() {
        return outcome;
    }

    List<Signed> signed() {
        return outcome.documents().stream()
                .filter(Signed.class::isInstance)
                .map(Signed.class::cast)
                .toList();
    }

    Stream<Problem> problems() {
        return outcome.documents().stream()
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .map(Failed::problem);
    }

    private static boolean valid(VerifyOutcome outcome) {
        return outcome.report().map(ValidationReport::verdict).equals(Optional.of(Verdict.VALID));
    }

    /** How many are valid, and of each that isn't its name and why. */
    void tellVerified() {
        long valid = verified.stream().filter(DemoRun::valid).count();
        long fitting = receipts.stream().filter(each -> each.report().valid()).count();
        out.say("demo.verified", Map.of("count", valid, "receipts", fitting));
        Inputs none = new Inputs(terminal, List.of());
        if (valid < verified.size() || fitting < receipts.size()) {
            out.line("");
        }
        verified.stream().filter(each -> !valid(each)).forEach(each -> each.tell(none, out));
        receipts.stream().filter(each -> !each.report().valid()).forEach(each -> {
            String name = Inputs.near(terminal, each.receipt());
            out.line(name);
            each.tell(name, out);
        });
    }

    private static Map<String, Object> json(DemoDocuments.Copy copy) {
        return Map.of("original", copy.original(), "copy", copy.file().toString());
    }

    int status() {
        List<Integer> statuses = new ArrayList<>(List.of(outcome.status(false)));
        verified.forEach(each -> statuses.addAll(each.statuses()));
        receipts.forEach(each -> statuses.add(each.status()));
        return ExitStatus.first(statuses);
    }

    /** @param copies what lies in the demo's folder for a person's own documents: {@code input} names the copy */
    Map<String, Object> json(List<DemoDocuments.Copy> copies) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("signed", outcome.json(inputs, out));
        json.put(
                "verified",
                Map.of(
                        "documents",
                        verified.stream().map(each -> each.json(inputs, out)).toList()));
        json.put(
                "receipts",
                receipts.stream()
                        .map(each -> each.json(each.file().toString(), out))
                        .toList());
        if (!copies.isEmpty()) {
            json.put("copies", copies.stream().map(DemoRun::json).toList());
        }
        json.put("practice", true);
        return json;
    }
}
