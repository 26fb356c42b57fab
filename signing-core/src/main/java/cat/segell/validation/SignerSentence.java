// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateKind;
import cat.segell.text.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who signed and when, in a sentence; or who the signature claims did. */
final class SignerSentence {

    private SignerSentence() {}

    static String of(SignatureReport signature, Messages words) {
        Map<String, Object> values = new LinkedHashMap<>();
        String who = signature.signer().map(facts -> who(facts, values)).orElse("unknown");
        String when = when(signature, words, values);
        // Who signed is known only where the signature holds; else it is what the signature says of itself.
        String form = signature.verdict() == Verdict.VALID ? "signed." : "claims.";
        String sentence = words.text(form + who + "." + when, values);
        return signature
                .detail()
                .counterSigned()
                .map(number -> sentence + " " + words.text("counter.of", "number", number))
                .orElse(sentence);
    }

    private static String who(CertificateFacts facts, Map<String, Object> values) {
        values.put("holder", facts.holder());
        Optional<String> organisation = facts.organisation();
        organisation.ifPresent(name -> values.put("organisation", name));
        if (facts.kind() == CertificateKind.SEAL) {
            return "seal";
        }
        if (organisation.isEmpty()) {
            return "person";
        }
        return switch (facts.kind()) {
            case PUBLIC_EMPLOYEE -> "employee";
            case PSEUDONYM -> "pseudonym";
            case REPRESENTATIVE -> "representative";
            case SEAL, CITIZEN, OTHER -> "member";
        };
    }

    private static String when(SignatureReport signature, Messages words, Map<String, Object> values) {
        Optional<SignedDate> date = signature.date();
        date.ifPresent(known -> values.put("date", words.language().date(known.time())));
        return date.map(known -> known.clock().word()).orElse("undated");
    }
}
