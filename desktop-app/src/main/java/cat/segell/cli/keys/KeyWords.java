// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.card.practice.PracticeCard;
import cat.segell.certificate.AssuranceLevel;
import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.Nif;
import cat.segell.certificate.QcType;
import cat.segell.certificate.QualifiedClaims;
import cat.segell.certificate.Renewal;
import cat.segell.cli.Out;
import cat.segell.cli.RevocationJson;
import cat.segell.cli.ShellWord;
import cat.segell.credential.PinState;
import cat.segell.credential.Token;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.problem.RevocationProblem;
import cat.segell.text.Messages;
import cat.segell.trust.revocation.RevocationState;
import cat.segell.trust.revocation.RevocationState.Good;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import cat.segell.trust.revocation.RevocationState.Revoked;
import cat.segell.trust.revocation.RevocationState.Suspended;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries of {@code segell keys} for people and for scripts. */
final class KeyWords {

    private final Out out;
    private final Messages texts;
    private final TokenWords tokens;
    private final PracticeCards practiceCards;
    private final boolean inFull;

    /** @param inFull reasons with cause, remedy and code */
    KeyWords(Out out, TokenWords tokens, PracticeCards practiceCards, boolean inFull) {
        this.out = out;
        this.practiceCards = practiceCards;
        this.texts = out.texts();
        this.tokens = tokens;
        this.inFull = inFull;
    }

    Map<String, Object> json(KeyEntry entry) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("key", entry.key());
        entry.facts().ifPresent(facts -> json(facts, key));
        entry.token().ifPresent(token -> tokens.json(token, key));
        key.put("fit", entry.unfit().isEmpty());
        entry.unfit().ifPresent(problem -> {
            key.put("hiddenBecause", problem.code());
            key.put("problem", out.facts(problem));
        });
        RevocationJson.of(entry.revocation(), out).ifPresent(told -> key.put("revocation", told));
        care(entry).ifPresent(problem -> key.put("pinNotice", out.facts(problem)));
        entry.facts()
                .flatMap(facts -> Renewal.soon(facts, Instant.now()))
                .ifPresent(soon -> key.put("notice", out.facts(soon)));
        if (entry.practice()) {
            key.put("practice", true);
            key.put("pin", PracticeCard.PIN);
        }
        return key;
    }

    private static void json(CertificateFacts facts, Map<String, Object> key) {
        key.put("certificateSha256", facts.sha256());
        key.put("holder", facts.holder());
        facts.nif().ifPresent(nif -> {
            key.put("nif", Nif.masked(nif));
            if (Nif.misspelt(nif)) {
                key.put("nifMisspelt", true);
            }
        });
        facts.organisation().ifPresent(organisation -> key.put("organisation", organisation));
        facts.who().unit().ifPresent(unit -> key.put("unit", unit));
        facts.position().ifPresent(position -> key.put("position", position));
        key.put("purpose", facts.purpose().word());
        key.put("kind", facts.kind().word());
        facts.level().map(AssuranceLevel::word).ifPresent(level -> key.put("level", level));
        json(facts.claims(), key);
        key.put("issuer", facts.issuer());
        key.put("notBefore", facts.notBefore().toString());
        key.put("notAfter", facts.notAfter().toString());
    }

    /** Named as what they are: the certificate's own words. */
    private static void json(QualifiedClaims claims, Map<String, Object> key) {
        key.put("qualifiedClaim", claims.european());
        key.put("deviceClaim", claims.device());
        if (!claims.types().isEmpty()) {
            key.put(
                    "qcTypes",
                    claims.types().stream().map(QcType::word).sorted().toList());
        }
        if (!claims.countries().isEmpty()) {
            key.put("qcCountries", claims.countries());
        }
        claims.limit().ifPresent(limit -> key.put("qcLimit", limit.amount().toPlainString() + " " + limit.currency()));
        claims.retentionYears().ifPresent(years -> key.put("qcRetentionYears", years));
    }

    /** What a practice card holds beside the key that one practises with is told there, in a line. */
    boolean hasItsOwnLines(KeyEntry entry) {
        return inFull
                || !entry.practice()
                || PracticeCards.isNamed(entry)
                || practiceCards.named(entry).isEmpty();
    }

    void tell(KeyEntry entry) {
        out.line(entry.facts().map(facts -> heading(entry, facts)).orElse(entry.key()));
        entry.facts().ifPresent(facts -> {
            lines(facts).forEach(line -> out.line(out.wrapped("  ", line)));
        });
        entry.token().flatMap(tokens::line).ifPresent(line -> out.line(out.wrapped("  ", line)));
        out.line(entry.unfit().map(this::reason).orElseGet(() -> "  " + fit(entry)));
        revocation(entry.revocation()).ifPresent(out::line);
        care(entry).ifPresent(problem -> out.line(reason(problem)));
        // What doesn't sign is named where everything is told: a line to copy stands for "this signs".
        if (entry.facts().isPresent() && (entry.signs() || inFull)) {
            out.line("  --key " + ShellWord.of(entry.key()));
        }
        practice(entry);
        out.line("");
    }

    /** What speaks against it is the reason why it can't sign. */
    private Optional<String> revocation(RevocationState state) {
        return switch (state) {
            case NotAsked _, Revoked _, Suspended _ -> Optional.empty();
            case Good _ -> Optional.of("  " + texts.text("keys.in-force"));
            case NotKnown(RevocationProblem why) -> Optional.of(out.words(why, "  "));
        };
    }

    private String heading(KeyEntry entry, CertificateFacts facts) {
        return practiceCards
                .named(entry)
                .map(card -> Holder.line(facts) + " (" + card.key() + ")")
                .orElseGet(() -> Holder.line(facts));
    }

    private String fit(KeyEntry entry) {
        return texts.text("keys.fit", "date", entry.facts().orElseThrow().notAfter());
    }

    /** Of a PIN that can still be entered; that it can't, is the reason why the key isn't fit. */
    private static Optional<PinProblem> care(KeyEntry entry) {
        return entry.unfit().isPresent() ? Optional.empty() : entry.token().flatMap(Token::care);
    }

    private String reason(Problem problem) {
        return inFull
                ? out.words(problem, "  ")
                : "  " + ProblemText.of(problem, out.language()).title();
    }

    private void practice(KeyEntry entry) {
        if (!entry.practice()) {
            return;
        }
        if (!inFull && PracticeCards.isNamed(entry)) {
            practiceCards.beside(entry).forEach(this::besides);
        }
        out.line("  " + texts.text("keys.practice", "pin", PracticeCard.PIN));
        if (entry instanceof KeyEntry.Present present && present.pin() == PinState.LOCKED) {
            out.line("  " + texts.text("demo.locked", "segell", out.segell()));
        }
    }

    private void besides(KeyEntry other) {
        other.facts()
                .map(facts -> texts.text("keys.purpose." + facts.purpose().word()))
                .ifPresent(purpose -> out.line("  " + texts.text("keys.beside", "purpose", purpose)));
    }

    private List<String> lines(CertificateFacts facts) {
        return Stream.of(Optional.of(kind(facts)), number(facts), claims(facts.claims()), limit(facts.claims()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** "Public employee, high level: for signing". */
    private String kind(CertificateFacts facts) {
        String kind = texts.text("keys.kind." + facts.kind().word());
        String level = facts.level()
                .map(word -> ", " + texts.text("keys.level." + word.word()))
                .orElse("");
        return kind + level + ": "
                + texts.text("keys.purpose." + facts.purpose().word());
    }

    private Optional<String> number(CertificateFacts facts) {
        String parts = Stream.of(
                        facts.nif()
                                .map(nif -> texts.text(
                                        Nif.misspelt(nif) ? "keys.nif.misspelt" : "keys.nif", "nif", Nif.masked(nif))),
                        facts.who().unit().map(unit -> texts.text("keys.unit", "unit", unit)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return Optional.of(parts).filter(text -> !text.isEmpty());
    }

    private Optional<String> claims(QualifiedClaims claims) {
        if (claims.compliance() && !claims.european()) {
            return Optional.of(texts.text("keys.claims.foreign", "countries", claims.countries()));
        }
        if (claims.european()) {
            return Optional.of(texts.text(claims.device() ? "keys.claims.device" : "keys.claims.qualified"));
        }
        return Optional.empty();
    }

    private Optional<String> limit(QualifiedClaims claims) {
        return claims.limit()
                .map(limit -> texts.text(
                        "keys.limit", "amount", limit.amount().toPlainString(), "currency", limit.currency()));
    }
}
