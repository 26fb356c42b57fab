// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.text.Excerpt;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of a file.
 *
 * @param verdict the worst that holds for the document: never better than its last signature, nor than what lies behind it
 * @param indication of the signature that decides, absent when unsigned
 * @param coversWholeDocument whether the last signature or document time-stamp reaches the end of the file
 * @param practice whether any part was made by practice means
 * @param practiceTrusted whether practice means were believed
 * @param issuers what became of asking them
 * @param waitingFields of a PDF: the names of its signature fields in which nobody has signed, as they are now
 * @param etsi the same in XML as ETSI TS 119 102-2 has it, where that was asked for and there are signatures
 */
public record ValidationReport(
        Path input,
        Verdict verdict,
        Optional<String> indication,
        Optional<String> subIndication,
        boolean coversWholeDocument,
        boolean practice,
        boolean practiceTrusted,
        List<SignatureReport> signatures,
        IssuersAsked issuers,
        Excerpt waitingFields,
        Optional<String> etsi) {

    /** Without network. */
    public ValidationReport(
            Path input,
            Verdict verdict,
            Optional<String> indication,
            Optional<String> subIndication,
            boolean coversWholeDocument,
            boolean practice,
            boolean practiceTrusted,
            List<SignatureReport> signatures) {
        this(
                input,
                verdict,
                indication,
                subIndication,
                coversWholeDocument,
                practice,
                practiceTrusted,
                signatures,
                IssuersAsked.NOBODY,
                Excerpt.NOTHING,
                Optional.empty());
    }

    public ValidationReport {
        signatures = List.copyOf(signatures);
    }

    /** The same of a PDF with these fields. */
    public ValidationReport waiting(Excerpt fields) {
        return new ValidationReport(
                input,
                verdict,
                indication,
                subIndication,
                coversWholeDocument,
                practice,
                practiceTrusted,
                signatures,
                issuers,
                fields,
                etsi);
    }
}
