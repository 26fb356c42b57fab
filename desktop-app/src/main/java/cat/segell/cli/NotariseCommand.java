// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.notary.Metadata;
import cat.segell.notary.proof.OurReceipt;
import cat.segell.notary.proof.TlogProof;
import cat.segell.problem.LedgerProblem.ReceiptBroken;
import cat.segell.problem.LedgerProblem.ReceiptMissing;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segell notarise}: records documents as they are, signed or not. */
@picocli.CommandLine.Command(name = "notarise")
final class NotariseCommand extends Command {

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", descriptionKey = "notarise.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--receipts", paramLabel = "DIR", descriptionKey = "receipts")
    private @Nullable Path receipts;

    @Option(names = "--series", paramLabel = "TEXT", descriptionKey = "series")
    private @Nullable String series;

    @Option(names = "--number", paramLabel = "TEXT", descriptionKey = "number")
    private @Nullable String number;

    @Option(names = "--version", paramLabel = "TEXT", descriptionKey = "documentVersion")
    private @Nullable String version;

    @Option(names = "--supersedes", paramLabel = "RECEIPT", descriptionKey = "supersedes")
    private @Nullable Path supersedes;

    NotariseCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Start start, Out out) throws ProblemException {
        Inputs inputs = new Inputs(invocation().terminal(), files);
        Optional<Path> folder = Optional.ofNullable(receipts).map(invocation().terminal()::resolve);
        NotariseOutcome outcome;
        try (Wiring wiring = new Wiring(start)) {
            outcome = new NotariseRun(
                            wiring.notary(), wiring.receiptFiles(), start.dirs().work(), folder)
                    .record(inputs, metadata());
        }
        out.document(outcome.json(inputs, out));
        outcome.tell(inputs, invocation().terminal(), out);
        return outcome.status();
    }

    private Metadata metadata() throws ProblemException {
        Map<Metadata.Field, String> values = new EnumMap<>(Metadata.Field.class);
        put(values, Metadata.Field.SERIES, series);
        put(values, Metadata.Field.NUMBER, number);
        put(values, Metadata.Field.VERSION, version);
        if (supersedes != null) {
            values.put(
                    Metadata.Field.SUPERSEDES,
                    commitment(invocation().terminal().resolve(supersedes)));
        }
        return Metadata.of(values);
    }

    private static void put(Map<Metadata.Field, String> values, Metadata.Field field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    private static String commitment(Path receipt) throws ProblemException {
        if (!Files.isRegularFile(receipt)) {
            throw new ProblemException(new ReceiptMissing(receipt));
        }
        try (InputStream in = Files.newInputStream(receipt)) {
            return OurReceipt.parse(in.readNBytes(TlogProof.MAX_LENGTH + 1))
                    .map(read -> read.extra().commitment().value().hex())
                    .orElseThrow(() -> new ProblemException(new ReceiptBroken(receipt)));
        } catch (IOException e) {
            throw new ProblemException(new ReceiptBroken(receipt), e);
        }
    }
}
