// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.text.Language;
import cat.segell.trust.TrustAnchors;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * One verification, of one file or several.
 *
 * @param anchors what was believed
 */
public record VerificationReport(Instant verifiedAt, TrustAnchors anchors, List<ReportedDocument> documents) {

    public VerificationReport {
        documents = List.copyOf(documents);
    }

    /** A page that needs nothing beside it: no script, no connection. */
    public byte[] html(Language language) {
        return HtmlReport.of(new PageWriter(this, language).page()).getBytes(StandardCharsets.UTF_8);
    }

    /** The same as PDF that assistive technology reads (PDF/UA). */
    public byte[] pdf(Language language) {
        return PdfReport.of(new PageWriter(this, language).page());
    }
}
