// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.report.Block.Cell;
import cat.segell.report.Block.Heading;
import cat.segell.report.Block.Paragraph;
import cat.segell.report.Block.Table;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import cat.segell.validation.VerdictText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A verification as a page. */
final class PageWriter {

    private final VerificationReport report;
    private final Messages words;

    PageWriter(VerificationReport report, Language language) {
        this.report = report;
        this.words = Messages.load(language, PageWriter.class, "report");
    }

    Page page() {
        List<ReportedDocument> documents = report.documents();
        String title = documents.size() == 1
                ? words.text("title", "name", documents.getFirst().name())
                : words.text("title.several", "count", documents.size());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(1, title));
        if (documents.size() > 1) {
            blocks.add(new Table(
                    words.text("overview"),
                    true,
                    List.of(words.text("column.number"), words.text("file"), words.text("column.verdict")),
                    IntStream.range(0, documents.size())
                            .mapToObj(index -> row(index + 1, documents.get(index)))
                            .toList()));
        }
        documents.forEach(document -> blocks.addAll(new DocumentPart(report, document, words).blocks()));
        blocks.add(new Heading(2, words.text("about")));
        blocks.add(new Paragraph(
                words.text("about.report", "moment", words.language().moment(report.verifiedAt()))));
        blocks.add(new Paragraph(words.text("about.words")));
        return new Page(words.language(), title, words.text("description"), blocks);
    }

    /** One line of what is told of a file further below. */
    private List<Cell> row(int number, ReportedDocument document) {
        String verdict = document.report()
                .map(found -> VerdictText.of(found, words.language()).headline())
                .orElseGet(() -> words.text("unreadable"));
        return List.of(Cell.of(String.valueOf(number)), Cell.of(document.name()), Cell.of(verdict));
    }
}
