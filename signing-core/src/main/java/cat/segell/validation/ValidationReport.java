// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.problem.RevocationProblem;
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
 * @param unanswered why some issuer didn't say whether it revoked a certificate, where the verdict lacks that
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
        List<RevocationProblem> unanswered) {

    /** With nothing that could have been told and wasn't. */
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
                List.of());
    }

    public ValidationReport {
        signatures = List.copyOf(signatures);
        unanswered = List.copyOf(unanswered);
    }
}
