// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.certificate.CertificateFacts;
import cat.segell.text.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A time-stamp in a file of its own, in a person's words: that the document existed, and never who wrote it. */
record StampText(ValidationReport report, SignatureReport stamp, Messages words) {

    /** Those that are said in words of their own. */
    private static final Set<Reason> OWN =
            EnumSet.of(Reason.SIGNATURE_BROKEN, Reason.CERT_EXPIRED, Reason.CERT_REVOKED, Reason.SIGNER_TRUSTED);

    /** Those that headline and sentences say. */
    private static final Set<Reason> SAID = EnumSet.of(Reason.PRACTICE, Reason.OTHER_ORIGINAL);

    VerdictText write() {
        return new VerdictText(words.text("headline.stamp." + headline()), sentences(), reasons(), notes(), List.of());
    }

    private String headline() {
        return switch (stamp.verdict()) {
            case VALID -> practice() ? "practice" : "valid";
            case INDETERMINATE -> practice() ? "practice.indeterminate" : "indeterminate";
            case INVALID -> stamp.reasons().contains(Reason.OTHER_ORIGINAL) ? "changed" : "invalid";
            case UNSIGNED -> throw new IllegalStateException("a time-stamp is there");
        };
    }

    private boolean practice() {
        return stamp.reasons().contains(Reason.PRACTICE);
    }

    private List<String> sentences() {
        if (stamp.verdict() == Verdict.INVALID) {
            return List.of(words.text("sentence.stamp." + headline()));
        }
        boolean valid = stamp.verdict() == Verdict.VALID;
        List<String> sentences = new ArrayList<>();
        sentences.add(states(valid ? "stamp.confirms." : "stamp.says."));
        if (stamp.timestampQualified()) {
            sentences.add(words.text("qualified.stamp"));
        }
        if (valid) {
            sentences.add(words.text("sentence.stamp.when"));
        } else if (!practice()) {
            sentences.add(words.text("sentence.stamp.indeterminate"));
        }
        return sentences;
    }

    /** Behind the reasons. */
    private List<String> notes() {
        if (!practice() || stamp.verdict() == Verdict.INVALID) {
            return List.of();
        }
        String made = words.text("sentence.stamp.practice");
        return report.practiceTrusted()
                ? List.of(made)
                : List.of(made, words.text("sentence.stamp.practice.untrusted"));
    }

    private String states(String form) {
        Map<String, Object> values = new LinkedHashMap<>();
        stamp.signedAt().ifPresent(time -> values.put("moment", words.language().moment(time)));
        stamp.signer().map(CertificateFacts::holder).ifPresent(holder -> values.put("holder", holder));
        return words.text(form + (stamp.signer().isPresent() ? "authority" : "unknown"), values);
    }

    private List<String> reasons() {
        return stamp.reasons().stream()
                .filter(reason -> !SAID.contains(reason))
                .map(reason -> words.text("reason." + reason + (OWN.contains(reason) ? ".stamp" : ""), indication()))
                .toList();
    }

    private Map<String, Object> indication() {
        return Map.of(
                "indication",
                stamp.indication()
                        + stamp.subIndication().map(sub -> ", " + sub).orElse(""));
    }
}
