// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.certificate.CertificateFacts;
import cat.segell.cli.ShellWord;
import cat.segell.text.Messages;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person can do about a signature that can't be confirmed, a sentence a reason. Of what is not valid the verdict says
 * it itself.
 *
 * @param file as it is written in a command
 */
record VerdictRemedies(Messages texts, String file) {

    List<String> of(SignatureReport signature) {
        if (signature.verdict() != Verdict.INDETERMINATE) {
            return List.of();
        }
        // Whoever trusts practice means for once sees whatever else there is to see.
        List<Reason> reasons =
                signature.reasons().contains(Reason.PRACTICE) ? List.of(Reason.PRACTICE) : signature.reasons();
        return reasons.stream()
                .map(reason -> "remedy." + reason)
                .filter(texts::has)
                .map(key -> texts.text(key, values(signature)))
                .toList();
    }

    private Map<String, Object> values(SignatureReport signature) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("segell", ShellWord.segell());
        values.put("file", file);
        values.put("issuer", signature.signer().map(CertificateFacts::issuer).orElse("?"));
        return values;
    }
}
