// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Inputs;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.cli.ShellWord;
import cat.segell.cli.TrustWords;
import cat.segell.cli.notary.ReceiptCheck;
import cat.segell.document.OutputFile;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.OptionAlone;
import cat.segell.report.ReportedDocument;
import cat.segell.report.VerificationReport;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.Validator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segell verify}. */
@picocli.CommandLine.Command(name = "verify")
public final class VerifyCommand extends Command {

    @Parameters(paramLabel = Label.FILE, arity = "1..*", descriptionKey = "verify.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--trust", paramLabel = "PEM|" + Label.DIR + "|practice:", descriptionKey = "trust")
    private List<String> trust = new ArrayList<>();

    @Option(names = "--original", paramLabel = Label.FILE, descriptionKey = "verify.original")
    private @Nullable Path original;

    @Option(names = "--receipt", paramLabel = Label.FILE, descriptionKey = "verify.receipt")
    private List<Path> receipts = new ArrayList<>();

    @Option(names = "--log", paramLabel = "VKEY", descriptionKey = "log")
    private List<String> logs = new ArrayList<>();

    @Option(names = "--report", paramLabel = "F.{html,pdf,json,xml}", descriptionKey = "verify.report")
    private @Nullable Path report;

    @Option(names = "--revision", paramLabel = "N", descriptionKey = "verify.revision")
    private @Nullable Integer revision;

    @Option(names = "--out", paramLabel = Label.FILE, descriptionKey = "verify.out")
    private @Nullable Path place;

    @Option(names = "--offline", descriptionKey = "offline")
    private boolean offline;

    @Option(names = "--allow-private-network", descriptionKey = "allowPrivateNetwork")
    private boolean allowPrivateNetwork;

    public VerifyCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start start, Out out) throws ProblemException {
        try (Wiring wiring = new Wiring(start)) {
            return run(start, wiring, out);
        }
    }

    private int run(Start start, Wiring wiring, Out out) throws ProblemException {
        Inputs inputs = new Inputs(invocation().terminal(), files);
        List<Path> resolved =
                receipts.stream().map(invocation().terminal()::resolve).toList();
        // A damaged log of this home keeps nobody from a verdict that doesn't need it.
        ReceiptCheck check = resolved.isEmpty() && logs.isEmpty()
                ? ReceiptCheck.none()
                : new ReceiptCheck(wiring.ledger().receipts(logs), resolved);
        Optional<ReportFile> told = reportFile(inputs);
        Optional<RevisionFile> signed = revisionFile(inputs);
        Validator validator = offline ? wiring.validator() : wiring.onlineValidator(allowPrivateNetwork);
        TrustAnchors anchors = anchors(wiring);
        Instant now = Instant.now();
        VerifyRun run = new VerifyRun(
                told.filter(ReportFile::etsi).isPresent() ? validator.withEtsi() : validator,
                anchors,
                check,
                start.dirs().work(),
                Optional.ofNullable(original).map(invocation().terminal()::resolve));
        List<VerifyOutcome> outcomes = run.verify(inputs);
        Map<String, ?> document = Map.of(
                "documents",
                outcomes.stream()
                        .map(outcome -> outcome.json(inputs, given(), out))
                        .toList());
        out.document(document);
        outcomes.forEach(outcome -> outcome.tell(inputs, given(), out));
        VerdictCount.tell(outcomes, out);
        if (outcomes.stream().anyMatch(VerifyOutcome::isUndetermined)) {
            ListNote.tell(wiring.lists(), out);
        }
        if (told.isPresent()) {
            List<ReportedDocument> documents = outcomes.stream()
                    .map(outcome -> outcome.reported(inputs, out))
                    .toList();
            told.get().write(outcomes, document, new VerificationReport(now, anchors, documents), out);
            out.say(
                    "verify.report",
                    Map.of(
                            "file",
                            Inputs.near(invocation().terminal(), told.get().place())));
        }
        if (signed.isPresent()) {
            tell(signed.get(), outcomes.getFirst(), wiring, start, out);
        }
        return ExitStatus.first(outcomes.stream()
                .flatMap(outcome -> outcome.statuses().stream())
                .toList());
    }

    private Optional<ReportFile> reportFile(Inputs inputs) throws ProblemException {
        return report == null
                ? Optional.empty()
                : Optional.of(ReportFile.of(invocation().terminal().resolve(report), inputs));
    }

    private Optional<RevisionFile> revisionFile(Inputs inputs) throws ProblemException {
        if (revision == null && place == null) {
            return Optional.empty();
        }
        if (revision == null || place == null) {
            throw new ProblemException(
                    revision == null ? new OptionAlone("--out", "--revision") : new OptionAlone("--revision", "--out"));
        }
        List<Path> named = inputs.resolved();
        if (named.size() > 1 || Files.isDirectory(named.getFirst())) {
            throw usage("verify.revision.one", Map.of());
        }
        Path resolved = invocation().terminal().resolve(place);
        OutputFile.probeAs(resolved);
        return Optional.of(new RevisionFile(revision, resolved));
    }

    /** Nothing where there is no verdict: why is told already. */
    private void tell(RevisionFile signed, VerifyOutcome outcome, Wiring wiring, Start start, Out out)
            throws ProblemException {
        if (outcome.report().isPresent()) {
            signed.write(
                    outcome,
                    outcome.report().get(),
                    wiring.revisions(),
                    start.dirs().work());
            out.say(
                    "verify.revision",
                    Map.of(
                            "number",
                            signed.number(),
                            "file",
                            Inputs.near(invocation().terminal(), signed.place())));
        }
    }

    /** Whom a command to copy is to believe too, as it was written. */
    private String given() {
        return trust.stream().map(word -> " --trust " + ShellWord.of(word)).collect(Collectors.joining());
    }

    private TrustAnchors anchors(Wiring wiring) throws ProblemException {
        TrustWords named = new TrustWords(trust);
        return wiring.anchors(named.places(invocation().terminal()), named.practice());
    }
}
