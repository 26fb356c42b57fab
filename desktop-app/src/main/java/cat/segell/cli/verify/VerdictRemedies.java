// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.certificate.CertificateFacts;
import cat.segell.problem.RevocationProblem;
import cat.segell.problem.RevocationProblem.RevocationPrivate;
import cat.segell.text.Messages;
import cat.segell.validation.IssuersAsked;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import java.net.URI;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person can do about a signature that can't be confirmed, a sentence a reason; and about one of another document. Of
 * what else is not valid the verdict says it itself.
 *
 * @param segell what a command to copy begins with
 * @param file as it is written in a command
 * @param given what else the command was given that it takes again, each after a space
 * @param practiceTrusted whether practice means are believed already
 * @param issuers what became of asking them
 */
record VerdictRemedies(
        Messages texts, String segell, String file, String given, boolean practiceTrusted, IssuersAsked issuers) {

    /** What can be done about one reason. */
    private record Remedy(Reason reason, String words) {}

    List<String> of(SignatureReport signature) {
        return remedies(signature).stream().map(Remedy::words).toList();
    }

    private List<Remedy> remedies(SignatureReport signature) {
        List<Reason> mendable = switch (signature.verdict()) {
            case INDETERMINATE -> reasons(signature);
            case INVALID ->
                signature.reasons().stream()
                        .filter(Reason.OTHER_ORIGINAL::equals)
                        .toList();
            case VALID, UNSIGNED -> List.of();
        };
        return mendable.stream()
                .filter(reason -> texts.has(key(reason, signature)))
                .map(reason -> new Remedy(reason, texts.text(key(reason, signature), values(signature))))
                .toList();
    }

    /**
     * What is said once, behind all signatures: of a single one all, of several what more than one of them has, and what
     * belongs to the note on practice.
     */
    List<String> shared(List<SignatureReport> signatures) {
        List<Remedy> all = signatures.stream()
                .flatMap(signature -> remedies(signature).stream())
                .toList();
        return all.stream()
                .distinct()
                .filter(remedy -> signatures.size() == 1
                        || Collections.frequency(all, remedy) > 1
                        || remedy.reason() == Reason.PRACTICE)
                .map(Remedy::words)
                .distinct()
                .toList();
    }

    /** In one line, each sentence once; absent where there is nothing to be done. */
    Optional<String> line(List<SignatureReport> signatures) {
        return signatures.stream()
                .flatMap(signature -> of(signature).stream())
                .distinct()
                .reduce((one, next) -> one + " " + next);
    }

    private List<Reason> reasons(SignatureReport signature) {
        // Whoever trusts practice means for once sees whatever else there is to see.
        if (signature.reasons().contains(Reason.PRACTICE) && !practiceTrusted) {
            return List.of(Reason.PRACTICE);
        }
        Set<Reason> settled = EnumSet.of(Reason.PRACTICE);
        if (signature.reasons().contains(Reason.SELF_SIGNED)) {
            // No issuer's page has anything to tell of it.
            settled.add(Reason.ISSUER_UNKNOWN);
        }
        return signature.reasons().stream()
                .filter(reason -> !settled.contains(reason))
                .toList();
    }

    private String key(Reason reason, SignatureReport signature) {
        if (reason == Reason.REVOCATION_UNKNOWN) {
            return "remedy." + reason + "." + revocation();
        }
        boolean late = reason == Reason.CERT_EXPIRED && signature.madeAfterExpiry();
        // Another computer's practice authority: no page has its certificate.
        boolean elsewhere =
                reason == Reason.ISSUER_UNKNOWN && signature.reasons().contains(Reason.PRACTICE);
        return "remedy." + reason + (late ? ".late" : "") + (elsewhere ? ".practice" : "");
    }

    /** Why it isn't known. */
    private String revocation() {
        if (!issuers.allowed()) {
            return "offline";
        }
        if (issuers.unanswered().isEmpty()) {
            return "untold";
        }
        return issuers.unanswered().stream().allMatch(RevocationPrivate.class::isInstance) ? "private" : "silent";
    }

    /** Of services that told nothing. */
    private List<String> services() {
        return issuers.unanswered().stream()
                .flatMap(problem -> problem.about().stream())
                .map(URI::toString)
                .distinct()
                .toList();
    }

    /** Code and address, as in JSON. */
    static Map<String, Object> unanswered(RevocationProblem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", problem.code());
        problem.about().ifPresent(address -> json.put("address", address.toString()));
        return json;
    }

    private Map<String, Object> values(SignatureReport signature) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("segell", segell);
        values.put("file", file);
        values.put("given", given);
        values.put("services", services());
        values.put("sha256", signature.certificateSha256().orElse("?"));
        values.put(
                "issuer",
                signature
                        .signer()
                        .map(CertificateFacts::issuer)
                        .map(texts.language()::quoted)
                        .orElse("?"));
        return values;
    }
}
