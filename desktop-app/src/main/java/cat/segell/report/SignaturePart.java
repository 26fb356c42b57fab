// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.Nif;
import cat.segell.report.Block.Bullets;
import cat.segell.report.Block.Cell;
import cat.segell.report.Block.Conclusion;
import cat.segell.report.Block.Fact;
import cat.segell.report.Block.Facts;
import cat.segell.report.Block.Heading;
import cat.segell.report.Block.Table;
import cat.segell.report.Block.Tone;
import cat.segell.text.Messages;
import cat.segell.validation.ClaimText;
import cat.segell.validation.Qualification;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.VerdictText;
import cat.segell.validation.detail.CertificateDetail;
import cat.segell.validation.detail.RevocationDetail;
import cat.segell.validation.detail.TimestampDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a page says of one signature: a row of the table, and the detail.
 *
 * @param counterSigners who confirms it by a counter-signature, and what that one is worth
 */
record SignaturePart(
        int number, SignatureReport signature, VerdictText text, List<String> counterSigners, Messages words) {

    List<String> columns() {
        return Stream.of("number", own("who"), "when", "format", "qualified", "verdict")
                .map(column -> words.text("column." + column))
                .toList();
    }

    /** The word of a key that differs for a time-stamp in a file of its own. */
    String own(String key) {
        return signature.isTimestamp() ? key + ".stamp" : key;
    }

    List<Cell> row() {
        return List.of(
                Cell.of(String.valueOf(number)),
                new Cell(who()),
                new Cell(when()),
                Cell.of(format()),
                Cell.of(qualified()),
                Cell.of(text.headline()));
    }

    private List<String> who() {
        return signature
                .signer()
                .map(signer -> Stream.of(Optional.of(signer.holder()), signer.position(), signer.organisation())
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of(words.text("unknown")));
    }

    /** The date that counts, and whose it is. */
    private List<String> when() {
        return signature
                .date()
                .map(date -> List.of(
                        words.language().date(date.time()),
                        words.language().seconds(date.time()),
                        words.language().offset(date.time()),
                        words.text("clock." + date.clock().word())))
                .orElse(List.of(words.text("unstated")));
    }

    private String format() {
        return signature
                .level()
                .map(level -> words.text("format.level", "format", signature.format(), "level", level))
                .orElse(signature.format());
    }

    /** Only what the trusted lists call so. */
    private String qualified() {
        if (signature.timestampQualified() && signature.isTimestamp()) {
            return words.text("stamp.qualified");
        }
        return words.text(signature
                .qualified()
                .map(Qualification::word)
                .map(word -> "qualified." + word)
                .orElse("qualified.untold"));
    }

    /**
     * @param level of its heading
     * @param concluded whether the verdict on this one alone is said here: not where the document has no other
     */
    List<Block> detail(int level, boolean concluded) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(level, words.text(own("signature"), "number", number)));
        if (concluded) {
            Tone tone =
                    DocumentPart.tone(signature.verdict(), signature.reasons().contains(Reason.PRACTICE));
            blocks.add(new Conclusion(tone, text.headline(), text.sentences()));
            if (!text.reasons().isEmpty()) {
                blocks.add(new Bullets(text.reasons()));
            }
        }
        blocks.add(new Facts(words.text(own("signature.facts"), "number", number), facts()));
        if (!signature.detail().timestamps().isEmpty()) {
            blocks.add(timestamps());
        }
        if (!signature.detail().certificates().isEmpty()) {
            blocks.add(certificates());
        }
        return blocks;
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        signature.signer().ifPresent(signer -> {
            add(facts, own("holder"), Optional.of(signer.holder()));
            add(facts, "position", signer.position());
            add(facts, "unit", signer.who().unit());
            add(facts, "organisation", signer.organisation());
            add(facts, "nif", signer.nif().map(Nif::masked));
        });
        add(facts, "claimedAt", signature.detail().claimedAt().map(words.language()::moment));
        ClaimText.of(signature.detail().claims(), words.language())
                .forEach(line -> facts.add(new Fact(line.name(), line.value(), false)));
        add(facts, "field", signature.detail().claims().field());
        add(
                facts,
                "confirms",
                signature.detail().counterSigned().map(signed -> words.text("confirms.signature", "number", signed)));
        counterSigners.forEach(signer -> add(facts, "counterSigner", Optional.of(signer)));
        add(facts, "format", Optional.of(format()));
        add(facts, "algorithm", signature.detail().algorithm());
        signature
                .certificateSha256()
                .ifPresent(sha256 -> facts.add(new Fact(words.text("certificateSha256"), sha256, true)));
        add(
                facts,
                "indication",
                Optional.of(signature.indication()
                        + signature.subIndication().map(sub -> ", " + sub).orElse("")));
        return facts;
    }

    private void add(List<Fact> facts, String key, Optional<String> value) {
        value.ifPresent(text -> facts.add(new Fact(words.text(key), text, false)));
    }

    private Table timestamps() {
        return new Table(
                words.text("timestamps", "number", number),
                false,
                List.of(words.text("column.time"), words.text("column.authority"), words.text("column.worth")),
                signature.detail().timestamps().stream().map(this::row).toList());
    }

    private List<Cell> row(TimestampDetail stamp) {
        List<String> worth = new ArrayList<>();
        worth.add(words.text("stamp." + stamp.standing()));
        if (stamp.qualified() && signature.timestampQualified()) {
            worth.add(words.text("stamp.qualified"));
        }
        return List.of(
                Cell.of(words.language().moment(stamp.time())),
                Cell.of(stamp.authority().orElse(words.text("unknown"))),
                new Cell(worth));
    }

    private Table certificates() {
        return new Table(
                words.text(own("certificates"), "number", number),
                false,
                List.of(
                        words.text("column.certificate"),
                        words.text("column.issuer"),
                        words.text("column.validity"),
                        words.text("column.revocation")),
                signature.detail().certificates().stream().map(this::row).toList());
    }

    private List<Cell> row(CertificateDetail certificate) {
        CertificateFacts facts = certificate.facts();
        return List.of(
                certificate.anchor() ? Cell.of(facts.holder(), words.text("anchor")) : Cell.of(facts.holder()),
                Cell.of(facts.issuer()),
                Cell.of(
                        words.text("validity.from", "date", facts.notBefore()),
                        words.text("validity.to", "date", facts.notAfter())),
                new Cell(revocation(certificate)));
    }

    private List<String> revocation(CertificateDetail certificate) {
        if (certificate.revocation().isEmpty()) {
            return List.of(words.text(certificate.anchor() ? "revocation.anchor" : "revocation.untold"));
        }
        RevocationDetail told = certificate.revocation().get();
        List<String> lines = new ArrayList<>();
        lines.add(words.text("revocation." + told.status()));
        told.revokedAt()
                .ifPresent(since -> lines.add(words.text(
                        "revocation.since", "moment", words.language().moment(since))));
        lines.add(words.text(
                told.byList() ? "revocation.list" : "revocation.responder",
                "moment",
                words.language().moment(told.toldAt())));
        return lines;
    }
}
