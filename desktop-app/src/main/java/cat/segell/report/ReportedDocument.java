// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.document.Digest;
import cat.segell.validation.ValidationReport;
import java.util.List;
import java.util.Optional;

/**
 * What is reported of one file.
 *
 * @param name as the person called it
 * @param sha256 of its content; absent where it could not be read
 * @param report absent likewise
 * @param problem why there is no report, in words
 * @param apart the document, where signatures or a time-stamp lie apart from it and it was looked at
 * @param receipts what its receipts say, in words
 */
public record ReportedDocument(
        String name,
        Optional<Digest> sha256,
        Optional<ValidationReport> report,
        Optional<String> problem,
        Optional<Apart> apart,
        List<String> receipts) {

    /** @param name of its file, without folders */
    public record Apart(String name, Digest sha256) {}

    public ReportedDocument {
        receipts = List.copyOf(receipts);
    }
}
