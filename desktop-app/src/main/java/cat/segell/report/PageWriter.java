// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.report.Block.Heading;
import cat.segell.report.Block.Paragraph;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.util.ArrayList;
import java.util.List;

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
        documents.forEach(document -> blocks.addAll(new DocumentPart(report, document, words).blocks()));
        blocks.add(new Heading(2, words.text("about")));
        blocks.add(new Paragraph(
                words.text("about.report", "moment", words.language().moment(report.verifiedAt()))));
        blocks.add(new Paragraph(words.text("about.words")));
        return new Page(words.language(), title, words.text("description"), blocks);
    }
}
