// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateKind;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A report in a person's words. They never promise more than was checked: an unknown issuer is not "invalid", and a time that
 * only the signer claims is called so.
 *
 * @param headline one line
 * @param sentences one or two
 * @param reasons one line a reason, most important first
 */
public record VerdictText(String headline, List<String> sentences, List<String> reasons) {

    public VerdictText {
        sentences = List.copyOf(sentences);
        reasons = List.copyOf(reasons);
    }

    public static VerdictText of(ValidationReport report, Language language) {
        return new Writer(report, Messages.load(language, VerdictText.class, "verdict")).write();
    }

    /** Headline and sentences in one line. */
    public static String summary(ValidationReport report, Language language) {
        VerdictText text = of(report, language);
        return text.headline() + ". " + String.join(" ", text.sentences());
    }

    /** Changed after signing is said in the headline, before what is merely broken. */
    private static final Set<Reason> CHANGED =
            EnumSet.of(Reason.DOCUMENT_CHANGED, Reason.CHANGED_AFTER_SIGNING, Reason.REPAIRED);

    private record Writer(ValidationReport report, Messages words) {

        VerdictText write() {
            Set<Reason> all = new LinkedHashSet<>();
            report.signatures().forEach(signature -> all.addAll(signature.reasons()));
            return new VerdictText(
                    words.text("headline." + headline(all)),
                    sentences(all),
                    all.stream().map(reason -> words.text("reason." + reason)).toList());
        }

        private String headline(Set<Reason> all) {
            return switch (report.verdict()) {
                case UNSIGNED -> "unsigned";
                case INVALID -> all.stream().anyMatch(CHANGED::contains) ? "changed" : "invalid";
                case INDETERMINATE -> report.practice() ? "practice" : "indeterminate";
                case VALID -> {
                    if (report.practice()) {
                        yield "practice";
                    }
                    yield all.contains(Reason.PERMITTED_CHANGE) ? "permitted" : "valid";
                }
            };
        }

        private List<String> sentences(Set<Reason> all) {
            List<String> sentences = new ArrayList<>();
            switch (report.verdict()) {
                case UNSIGNED -> sentences.add(words.text("sentence.unsigned"));
                case INVALID -> sentences.add(words.text("sentence.invalid"));
                case VALID, INDETERMINATE -> {
                    sentences.addAll(signers());
                    sentences.add(words.text(closing(all)));
                }
            }
            return sentences;
        }

        /** A sentence each for one or two; more are named together where all are good. */
        private List<String> signers() {
            List<SignatureReport> signatures = report.signatures();
            boolean several = signatures.size() > 2 && report.verdict() == Verdict.VALID;
            if (!several) {
                return signatures.stream().map(this::signedBy).toList();
            }
            List<String> holders = signatures.stream()
                    .flatMap(signature -> signature.signer().stream())
                    .map(CertificateFacts::holder)
                    .toList();
            return List.of(words.text("sentence.several", "holders", holders));
        }

        private String closing(Set<Reason> all) {
            if (report.practice()) {
                return "sentence.practice";
            }
            if (report.verdict() == Verdict.INDETERMINATE) {
                return "sentence.indeterminate";
            }
            return all.contains(Reason.PERMITTED_CHANGE) ? "sentence.permitted" : "sentence.unchanged";
        }

        private String signedBy(SignatureReport signature) {
            Map<String, Object> values = new LinkedHashMap<>();
            String who = signature.signer().map(facts -> who(facts, values)).orElse("unknown");
            String when = when(signature, values);
            // Who signed is known only where the signature holds; else it is what the signature says of itself.
            String form = signature.verdict() == Verdict.VALID ? "signed." : "claims.";
            return words.text(form + who + "." + when, values);
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

        private String when(SignatureReport signature, Map<String, Object> values) {
            Optional<Instant> time = signature.signedAt();
            time.ifPresent(instant -> values.put("date", words.language().date(instant)));
            if (time.isEmpty()) {
                return "undated";
            }
            return signature.timestamped() ? "proven" : "claimed";
        }
    }
}
