// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.notary;

import cat.segell.app.terminal.Terminal;
import cat.segell.cli.Label;
import cat.segell.document.SingleFile;
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
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a document's entry says of it besides its commitment; told by its receipt alone. */
final class MetadataOptions {

    @Option(names = "--series", paramLabel = Label.TEXT, descriptionKey = "series")
    private @Nullable String series;

    @Option(names = "--number", paramLabel = Label.TEXT, descriptionKey = "number")
    private @Nullable String number;

    @Option(names = "--version", paramLabel = Label.TEXT, descriptionKey = "documentVersion")
    private @Nullable String version;

    @Option(names = "--supersedes", paramLabel = Label.RECEIPT, descriptionKey = "supersedes")
    private @Nullable Path supersedes;

    /** @throws ProblemException {@code METADATA-INVALID} or a problem of the receipt that is named */
    Metadata of(Terminal terminal) throws ProblemException {
        Map<Metadata.Field, String> values = new EnumMap<>(Metadata.Field.class);
        put(values, Metadata.Field.SERIES, series);
        put(values, Metadata.Field.NUMBER, number);
        put(values, Metadata.Field.VERSION, version);
        if (supersedes != null) {
            values.put(Metadata.Field.SUPERSEDES, commitment(terminal.resolve(supersedes)));
        }
        return Metadata.of(values);
    }

    private static void put(Map<Metadata.Field, String> values, Metadata.Field field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    private static String commitment(Path receipt) throws ProblemException {
        SingleFile.demand(receipt);
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
