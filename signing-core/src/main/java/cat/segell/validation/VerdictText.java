// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

import cat.segell.certificate.CertificateFacts;
import cat.segell.text.Excerpt;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A report in a person's words. They never promise more than was checked: an unknown issuer is not "invalid", and a time that
 * only the signer claims is called so.
 *
 * @param headline one line
 * @param sentences a few
 * @param reasons one line a reason, most important first; what a sentence or a note says already is not among them
 * @param notes what holds whatever the reasons are: that practice means made it. Of several signatures said once, for all
 * @param signatures each with its own headline and reasons, in the order of the file, where there are several
 */
public record VerdictText(
        String headline,
        List<String> sentences,
        List<String> reasons,
        List<String> notes,
        List<VerdictText> signatures) {

    public VerdictText {
        sentences = List.copyOf(sentences);
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
        signatures = List.copyOf(signatures);
    }

    public static VerdictText of(ValidationReport report, Language language) {
        Messages words = Messages.load(language, VerdictText.class, "verdict");
        List<SignatureReport> signatures = report.signatures();
        if (signatures.size() == 1 && signatures.getFirst().isTimestamp()) {
            return new StampText(report, signatures.getFirst(), words).write();
        }
        List<VerdictText> each = signatures.size() < 2
                ? List.of()
                : signatures.stream()
                        .map(signature -> new Writer(alone(report, signature), words, true).write(List.of()))
                        .toList();
        return new Writer(report, words, false).write(each);
    }

    private static ValidationReport alone(ValidationReport report, SignatureReport signature) {
        return new ValidationReport(
                report.input(),
                signature.verdict(),
                Optional.of(signature.indication()),
                signature.subIndication(),
                report.coversWholeDocument(),
                signature.reasons().contains(Reason.PRACTICE),
                report.practiceTrusted(),
                List.of(signature),
                report.issuers(),
                Excerpt.NOTHING,
                Optional.empty());
    }

    /** Headline, sentences and notes in one line. */
    public static String summary(ValidationReport report, Language language) {
        VerdictText text = of(report, language);
        return text.headline() + ". " + String.join(" ", text.concluding());
    }

    /** Sentences and notes, for where the reasons stand elsewhere. */
    public List<String> concluding() {
        return Stream.concat(sentences.stream(), notes.stream()).toList();
    }

    /** Changed after signing is said in the headline, before what is merely broken. */
    private static final Set<Reason> CHANGED =
            EnumSet.of(Reason.DOCUMENT_CHANGED, Reason.CHANGED_AFTER_SIGNING, Reason.REPAIRED);

    /** @param among whether the report is of one signature among several: each says whose it claims to be */
    private record Writer(ValidationReport report, Messages words, boolean among) {

        VerdictText write(List<VerdictText> signatures) {
            Set<Reason> all = EnumSet.noneOf(Reason.class);
            report.signatures().forEach(signature -> all.addAll(signature.reasons()));
            String headline = words.text("headline." + headline(all));
            int count = report.signatures().size();
            return new VerdictText(
                    count < 2 ? headline : words.text("headline.several", "headline", headline, "count", count),
                    sentences(all),
                    reasons(all),
                    notes(),
                    signatures);
        }

        private List<String> reasons(Set<Reason> all) {
            boolean said = practised() && report.verdict() != Verdict.INVALID;
            return all.stream()
                    .filter(reason -> !said || reason != Reason.PRACTICE)
                    .map(this::reason)
                    .toList();
        }

        private String reason(Reason reason) {
            boolean late = reason == Reason.CERT_EXPIRED
                    && report.signatures().stream()
                            .filter(signature -> signature.reasons().contains(reason))
                            .allMatch(SignatureReport::madeAfterExpiry);
            return words.text("reason." + reason + (late ? ".late" : ""), "indication", indication());
        }

        /** The engine's own words, for whoever can look them up. */
        private String indication() {
            return report.signatures().stream()
                    .filter(signature -> signature.reasons().contains(Reason.OTHER))
                    .findFirst()
                    .map(signature -> signature.indication()
                            + signature.subIndication().map(sub -> ", " + sub).orElse(""))
                    .orElse("");
        }

        private String headline(Set<Reason> all) {
            return switch (report.verdict()) {
                case UNSIGNED -> "unsigned";
                case INVALID -> invalid(all);
                case INDETERMINATE -> practised() ? practice() + ".indeterminate" : "indeterminate";
                case VALID -> {
                    if (practised()) {
                        yield practice();
                    }
                    yield all.contains(Reason.PERMITTED_CHANGE) ? "permitted" : "valid";
                }
            };
        }

        /** Of a document apart nobody knows whether it was changed, or is another one. */
        private String invalid(Set<Reason> all) {
            if (all.stream().anyMatch(CHANGED::contains)) {
                return "changed";
            }
            return ofAnother(all) ? "other" : "invalid";
        }

        /** Not where one of them is of this document: anybody can add one that isn't. */
        private boolean ofAnother(Set<Reason> all) {
            List<SignatureReport> own = report.signatures().stream()
                    .filter(signature -> !signature.isCounterSignature())
                    .toList();
            return !own.isEmpty()
                    && all.stream().noneMatch(CHANGED::contains)
                    && own.stream().allMatch(signature -> signature.reasons().contains(Reason.OTHER_ORIGINAL));
        }

        private boolean practised() {
            return report.signatures().stream()
                    .anyMatch(signature -> signature.reasons().contains(Reason.PRACTICE));
        }

        /** What is practice must not make the others look so, nor hide among them. */
        private String practice() {
            return report.signatures().stream()
                            .allMatch(signature -> signature.reasons().contains(Reason.PRACTICE))
                    ? "practice"
                    : "practice.some";
        }

        private List<String> sentences(Set<Reason> all) {
            List<String> sentences = new ArrayList<>();
            switch (report.verdict()) {
                case UNSIGNED -> sentences.add(words.text("sentence.unsigned"));
                case INVALID -> {
                    if (among) {
                        sentences.addAll(signers());
                    }
                    sentences.add(words.text(ofAnother(all) ? "sentence.other" : "sentence.invalid"));
                }
                case VALID, INDETERMINATE -> {
                    sentences.addAll(signers());
                    sentences.addAll(qualified());
                    closing(all).ifPresent(key -> sentences.add(words.text("sentence." + key)));
                    sentences.addAll(format());
                }
            }
            return sentences;
        }

        /** A sentence each for one or two; more are named together where all are good. */
        private List<String> signers() {
            List<SignatureReport> signatures = report.signatures();
            boolean several = signatures.size() > 2 && report.verdict() == Verdict.VALID;
            if (!several) {
                return signatures.stream()
                        .map(signature -> SignerSentence.of(signature, words))
                        .toList();
            }
            List<String> holders = signatures.stream()
                    .filter(signature -> !signature.isCounterSignature())
                    .flatMap(signature -> signature.signer().stream())
                    .map(CertificateFacts::holder)
                    .toList();
            Stream<String> counters = signatures.stream()
                    .filter(SignatureReport::isCounterSignature)
                    .map(signature -> SignerSentence.of(signature, words));
            return Stream.concat(Stream.of(words.text("sentence.several", "holders", holders)), counters)
                    .toList();
        }

        /** Of one signature. */
        private List<String> format() {
            if (report.signatures().size() != 1) {
                return List.of();
            }
            SignatureReport only = report.signatures().getFirst();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("format", only.format());
            only.level().ifPresent(level -> values.put("level", level));
            return List.of(words.text("sentence.format" + (only.level().isPresent() ? ".level" : ""), values));
        }

        /** Of one signature that holds: what the lists call so, and nothing else; as of its time only where that is proven. */
        private List<String> qualified() {
            List<String> sentences = new ArrayList<>();
            if (report.verdict() == Verdict.VALID && report.signatures().size() == 1) {
                SignatureReport only = report.signatures().getFirst();
                only.qualified()
                        .filter(each ->
                                each == Qualification.QUALIFIED_SIGNATURE || each == Qualification.QUALIFIED_SEAL)
                        .ifPresent(each -> sentences.add(
                                words.text("qualified." + each + (only.timestamped() ? "" : ".untimed"))));
                if (only.timestampQualified()) {
                    sentences.add(words.text("qualified.timestamp"));
                }
            }
            return sentences;
        }

        /** Of one, which proves nothing of the document itself. */
        private boolean counterSignature() {
            return report.signatures().stream().allMatch(SignatureReport::isCounterSignature);
        }

        /** What is said of a real signature is said of one of practice too. */
        private Optional<String> closing(Set<Reason> all) {
            if (report.verdict() == Verdict.VALID) {
                return Optional.of(
                        all.contains(Reason.PERMITTED_CHANGE)
                                ? "permitted"
                                : counterSignature() ? "counter.unchanged" : "unchanged");
            }
            return practised() ? Optional.empty() : Optional.of("indeterminate");
        }

        /** That it is one of practice is said behind all else, and not of each of several. */
        private List<String> notes() {
            boolean hold = report.signatures().stream()
                    .anyMatch(signature -> signature.verdict() != Verdict.INVALID
                            && signature.reasons().contains(Reason.PRACTICE));
            if (among || !hold) {
                return List.of();
            }
            String made = words.text("sentence." + practice());
            return report.practiceTrusted() ? List.of(made) : List.of(made, words.text("sentence.practice.untrusted"));
        }
    }
}
