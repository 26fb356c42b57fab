// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.certificate.CertificateFacts;
import cat.segell.report.Block.Bullets;
import cat.segell.report.Block.Conclusion;
import cat.segell.report.Block.Fact;
import cat.segell.report.Block.Facts;
import cat.segell.report.Block.Heading;
import cat.segell.report.Block.Paragraph;
import cat.segell.report.Block.Table;
import cat.segell.report.Block.Tone;
import cat.segell.text.Messages;
import cat.segell.validation.ClaimText;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import cat.segell.validation.VerdictText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a page says of one file: the verdict's own words, the signatures in a table, each in detail, and what was looked at. */
record DocumentPart(VerificationReport verification, ReportedDocument document, Messages words) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (among()) {
            blocks.add(new Heading(2, document.name()));
        }
        document.problem()
                .ifPresent(problem -> blocks.add(new Conclusion(
                        Tone.OPEN,
                        words.text("unreadable"),
                        problem.lines().map(String::strip).toList())));
        document.report().ifPresent(report -> blocks.addAll(found(report)));
        document.receipts().forEach(receipt -> blocks.add(new Paragraph(receipt)));
        blocks.add(examined());
        return blocks;
    }

    /** Whether it is one of several, under a heading of its own. */
    private boolean among() {
        return verification.documents().size() > 1;
    }

    private List<Block> found(ValidationReport report) {
        VerdictText text = VerdictText.of(report, words.language());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Conclusion(tone(report.verdict(), report.practice()), text.headline(), text.concluding()));
        if (text.signatures().isEmpty() && !text.reasons().isEmpty()) {
            blocks.add(new Bullets(text.reasons()));
        }
        if (!report.signatures().isEmpty()) {
            List<SignaturePart> parts = parts(report, text);
            blocks.add(new Table(
                    words.text(parts.getFirst().own("signatures")),
                    true,
                    parts.getFirst().columns(),
                    parts.stream().map(SignaturePart::row).toList()));
            parts.forEach(part -> blocks.addAll(part.detail(among() ? 3 : 2, parts.size() > 1)));
        }
        return blocks;
    }

    /** What was made to practise is no bad signature, and nothing to rely on. */
    static Tone tone(Verdict verdict, boolean practice) {
        return switch (verdict) {
            case VALID -> practice ? Tone.OPEN : Tone.GOOD;
            case INVALID -> Tone.BAD;
            case INDETERMINATE, UNSIGNED -> Tone.OPEN;
        };
    }

    private List<SignaturePart> parts(ValidationReport report, VerdictText text) {
        List<SignaturePart> parts = new ArrayList<>();
        for (SignatureReport signature : report.signatures()) {
            int number = parts.size() + 1;
            parts.add(new SignaturePart(
                    number, signature, own(text, number), counterSigners(number, report, text), words));
        }
        return parts;
    }

    private static VerdictText own(VerdictText text, int number) {
        return text.signatures().isEmpty() ? text : text.signatures().get(number - 1);
    }

    /** With the verdict on each: one that doesn't hold confirms nothing. */
    private List<String> counterSigners(int signed, ValidationReport report, VerdictText text) {
        return IntStream.rangeClosed(1, report.signatures().size())
                .filter(number -> report.signatures()
                        .get(number - 1)
                        .detail()
                        .counterSigned()
                        .filter(of -> of == signed)
                        .isPresent())
                .mapToObj(number -> counterSigner(
                        number,
                        report.signatures().get(number - 1),
                        own(text, number).headline()))
                .toList();
    }

    private String counterSigner(int number, SignatureReport signature, String verdict) {
        String holder = signature.signer().map(CertificateFacts::holder).orElse(words.text("unknown"));
        return words.text(
                "counterSigner.one", Map.of("holder", holder, "number", String.valueOf(number), "verdict", verdict));
    }

    private Facts examined() {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("file", document.name()));
        document.sha256().ifPresent(digest -> facts.add(new Fact(words.text("sha256"), digest.hex(), true)));
        document.apart().ifPresent(apart -> {
            facts.add(fact("apart", apart.name()));
            facts.add(new Fact(words.text("apart.sha256"), apart.sha256().hex(), true));
        });
        // Of signatures that don't hold it would promise too much: their reasons say what is wrong.
        document.report()
                .filter(report -> report.verdict() == Verdict.VALID)
                // A time-stamp lies apart from what it stamps.
                .filter(report -> report.signatures().stream().noneMatch(SignatureReport::isTimestamp))
                .ifPresent(
                        report -> facts.add(fact("coverage", words.text("coverage." + report.coversWholeDocument()))));
        document.report()
                .map(ValidationReport::waitingFields)
                .filter(fields -> !fields.isEmpty())
                .ifPresent(fields -> facts.add(fact("waiting", ClaimText.fields(fields, words.language()))));
        facts.add(fact("verifiedAt", words.language().moment(verification.verifiedAt())));
        facts.add(fact("trust", trust()));
        document.report()
                .filter(report -> report.verdict() != Verdict.UNSIGNED)
                .ifPresent(report -> facts.add(
                        fact("issuers", words.text("issuers." + report.issuers().allowed()))));
        return new Facts(words.text("examined"), facts);
    }

    private String trust() {
        List<String> trusted = new ArrayList<>();
        int own = verification.anchors().certificates().size();
        trusted.add(own == 0 ? words.text("trust.none") : words.text("trust.certificates", "count", own));
        trusted.add(words.text("trust.lists." + verification.anchors().lists().isPresent()));
        if (verification.anchors().practice()) {
            trusted.add(words.text("trust.practice"));
        }
        return String.join(" ", trusted);
    }

    private Fact fact(String key, String value) {
        return new Fact(words.text(key), value, false);
    }
}
