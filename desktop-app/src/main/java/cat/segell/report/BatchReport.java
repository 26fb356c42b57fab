// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.batch.journal.DocumentState;
import cat.segell.batch.journal.JournaledBatch;
import cat.segell.batch.journal.JournaledDocument;
import cat.segell.document.Digest;
import cat.segell.report.Block.Cell;
import cat.segell.report.Block.Heading;
import cat.segell.report.Block.Paragraph;
import cat.segell.report.Block.Table;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of a batch: for the file of the matter. */
public record BatchReport(JournaledBatch batch) {

    /** A page that needs nothing beside it: no script, no connection. */
    public byte[] html(Language language) {
        return HtmlReport.of(page(language)).getBytes(StandardCharsets.UTF_8);
    }

    /** The same as PDF that assistive technology reads (PDF/UA). */
    public byte[] pdf(Language language) {
        return PdfReport.of(page(language));
    }

    /** RFC 4180, in UTF-8: a line for each document, below names that are those of JSON. */
    public byte[] csv() {
        Stream<List<String>> lines = Stream.concat(
                Stream.of(List.of("input", "state", "output", "sha256", "level", "pending", "problem")),
                batch.documents().stream().map(BatchReport::cells));
        return lines.map(line -> line.stream().map(BatchReport::quoted).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(JournaledDocument document) {
        return List.of(
                document.document().input().toString(),
                document.state().word(),
                document.output().map(Path::toString).orElse(""),
                sha256(document).orElse(""),
                document.level().map(Enum::name).orElse(""),
                document.pending().map(Enum::name).orElse(""),
                document.problem().orElse(""));
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Of the signed file, where it is in its place. */
    private static Optional<String> sha256(JournaledDocument document) {
        return document.state() == DocumentState.SIGNED ? document.signed().map(Digest::hex) : Optional.empty();
    }

    private Page page(Language language) {
        Messages words = Messages.load(language, BatchReport.class, "report");
        String title = words.text("batch.title", "moment", language.moment(batch.created()));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(1, title));
        counted("batch.signed", batch.signed(), words).ifPresent(blocks::add);
        counted("batch.others", batch.documents().size() - batch.signed(), words)
                .ifPresent(blocks::add);
        List<List<Cell>> rows = new ArrayList<>();
        for (JournaledDocument document : batch.documents()) {
            rows.add(row(rows.size() + 1, document, words));
        }
        blocks.add(new Table(
                words.text("batch.documents"),
                true,
                Stream.of("column.number", "file", "batch.state", "batch.output")
                        .map(words::text)
                        .toList(),
                rows));
        blocks.add(new Paragraph(words.text("batch.about", "id", batch.id())));
        return new Page(language, title, words.text("batch.description"), blocks);
    }

    private static Optional<Paragraph> counted(String key, long count, Messages words) {
        return count == 0 ? Optional.empty() : Optional.of(new Paragraph(words.text(key, "count", count)));
    }

    private static List<Cell> row(int number, JournaledDocument document, Messages words) {
        String state = words.text("batch.state." + document.state().name().toLowerCase(Locale.ROOT));
        List<String> more = Stream.of(
                        document.level().map(level -> words.text("batch.level", "level", level.name())),
                        document.pending().map(level -> words.text("batch.pending", "level", level.name())),
                        document.problem())
                .flatMap(Optional::stream)
                .toList();
        List<String> place = Stream.of(
                        document.output().map(Path::toString),
                        sha256(document).map(hex -> words.text("batch.sha256", "digest", hex)))
                .flatMap(Optional::stream)
                .toList();
        return List.of(
                Cell.of(String.valueOf(number)),
                Cell.of(document.document().input().toString()),
                new Cell(Stream.concat(Stream.of(state), more.stream()).toList()),
                new Cell(place));
    }
}
