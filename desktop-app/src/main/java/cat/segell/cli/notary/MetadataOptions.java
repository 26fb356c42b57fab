// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.notary;

import cat.segell.app.terminal.Terminal;
import cat.segell.cli.Label;
import cat.segell.notary.Metadata;
import cat.segell.notary.proof.OurReceipt;
import cat.segell.problem.ProblemException;
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
            values.put(
                    Metadata.Field.SUPERSEDES,
                    OurReceipt.read(terminal.resolve(supersedes))
                            .extra()
                            .commitment()
                            .value()
                            .hex());
        }
        return Metadata.of(values);
    }

    private static void put(Map<Metadata.Field, String> values, Metadata.Field field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
