// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateKind;
import cat.segell.certificate.Nif;
import cat.segell.document.Digest;
import cat.segell.text.Messages;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a copy says beside the pages. It never says that it has the original's value, nor that signatures are good. */
final class CopyText {

    /** @param name of its file, without folders */
    record Original(String name, Digest sha256) {}

    private final ValidationReport report;
    private final Original original;
    private final Optional<VerificationCode> code;
    private final Messages words;

    CopyText(ValidationReport report, Original original, Optional<VerificationCode> code, Messages words) {
        this.report = report;
        this.original = original;
        this.code = code;
        this.words = words;
    }

    String title() {
        return words.text("title", "name", original.name());
    }

    String originalName() {
        return original.name();
    }

    String heading() {
        return words.text("heading");
    }

    /** Of the attachment, for readers that list them. */
    String attachment() {
        return words.text("attachment");
    }

    String page(int page, int pages) {
        return words.text("page", "page", page, "pages", pages);
    }

    String listTitle() {
        return words.text("list");
    }

    /** Of those whose lines have no room. */
    String more(int count) {
        return words.text("more", "count", count);
    }

    /** What nobody may miss. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (has(Reason.PRACTICE)) {
            boolean all = report.signatures().stream()
                    .allMatch(signature -> signature.reasons().contains(Reason.PRACTICE));
            warnings.add(words.text(all ? "practice" : "practice.some"));
        }
        if (report.verdict() != Verdict.VALID) {
            warnings.add(words.text("unconfirmed"));
        } else if (has(Reason.PERMITTED_CHANGE)) {
            warnings.add(words.text("permitted"));
        }
        return warnings;
    }

    private boolean has(Reason reason) {
        return report.signatures().stream()
                .anyMatch(signature -> signature.reasons().contains(reason));
    }

    /** A sentence each, in the order of the file. */
    List<String> signers() {
        return report.signatures().stream().map(this::signer).toList();
    }

    private String signer(SignatureReport signature) {
        String form = signature.verdict() == Verdict.VALID ? "signed." : "claims.";
        String who = signature
                .signer()
                .map(facts -> words.text(
                        form + (facts.kind() == CertificateKind.SEAL ? "seal" : "person"), "who", who(facts)))
                .orElseGet(() -> words.text(form + "unknown"));
        return signature
                .date()
                .map(date -> who + ", "
                        + words.text(
                                "date." + date.clock().word(),
                                "date",
                                words.language().date(date.time())))
                .orElse(who);
    }

    private String who(CertificateFacts facts) {
        String holder = facts.nif()
                .map(nif -> words.text("nif", "holder", facts.holder(), "nif", Nif.masked(nif)))
                .orElse(facts.holder());
        return Stream.of(
                        Optional.of(holder),
                        facts.position(),
                        facts.organisation().filter(name -> !name.equals(facts.holder())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** Where and how the original is checked. */
    List<String> facts() {
        List<String> facts = new ArrayList<>();
        code.ifPresent(own -> {
            facts.add(words.text("code", "code", own.code()));
            own.address().ifPresent(address -> facts.add(words.text("address", "address", address.toASCIIString())));
        });
        facts.add(words.text(
                "original", "name", original.name(), "sha256", original.sha256().hex()));
        return facts;
    }

    /** What the picture beside the words leads to. */
    Optional<String> address() {
        return code.flatMap(VerificationCode::address).map(address -> address.toASCIIString());
    }

    /** Of what this says, as in a PDF. */
    String language() {
        return words.language().tag();
    }
}
