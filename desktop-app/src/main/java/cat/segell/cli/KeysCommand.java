// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.KeyChoice;
import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.card.practice.PracticeCard;
import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.Listing;
import cat.segell.credential.PinState;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code segell keys}: every certificate that is found, and with {@code --all} what can't be used and why. */
@picocli.CommandLine.Command(name = "keys")
final class KeysCommand extends Command {

    @Option(names = "--all", descriptionKey = "keys.all")
    private boolean all;

    KeysCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Start start, Out out) {
        Listing listing;
        List<Problem> notices;
        try (Wiring wiring = new Wiring(start)) {
            listing = wiring.credentials().list();
            notices = wiring.credentials().takeNotices();
        }
        List<HiddenCredential> hidden = all ? listing.hidden() : List.of();
        List<Map<String, Object>> keys = new ArrayList<>();
        listing.credentials().forEach(credential -> keys.add(facts(credential)));
        hidden.forEach(each -> keys.add(facts(each)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("keys", keys);
        if (!listing.problems().isEmpty()) {
            document.put("problems", listing.problems().stream().map(out::facts).toList());
        }
        if (!notices.isEmpty()) {
            document.put("notices", notices.stream().map(out::facts).toList());
        }
        out.document(document);
        listing.credentials().forEach(credential -> tell(credential, out));
        hidden.forEach(each -> tell(each, out));
        if (keys.isEmpty()) {
            out.say("keys.none", Map.of("pin", PracticeCard.PIN, "segell", ShellWord.segell()));
        }
        if (!all && !listing.hidden().isEmpty()) {
            out.say("keys.hidden", Map.of("count", listing.hidden().size(), "segell", ShellWord.segell()));
        }
        listing.problems().forEach(out::problem);
        notices.forEach(out::problem);
        return ExitStatus.first(listing.problems().stream().map(ExitStatus::of).toList());
    }

    private static Map<String, Object> facts(Credential credential) {
        CertificateFacts facts = CertificateReader.read(credential.certificate());
        Map<String, Object> key = facts(credential.key(), facts);
        Optional<Problem> unfit = unfit(credential, facts);
        key.put("fit", unfit.isEmpty());
        unfit.ifPresent(problem -> key.put("unfitBecause", problem.code()));
        if (credential.practice()) {
            key.put("practice", true);
            key.put("pin", PracticeCard.PIN);
        }
        return key;
    }

    /** The certificate's own reason first: unlocking the card wouldn't help there. */
    private static Optional<Problem> unfit(Credential credential, CertificateFacts facts) {
        return KeyChoice.unfit(facts, Instant.now(), false)
                .or(() -> Optional.of(credential.token())
                        .filter(token -> token.pin() == PinState.LOCKED)
                        .map(token -> new TokenLocked(token.label())));
    }

    private static Map<String, Object> facts(HiddenCredential hidden) {
        Map<String, Object> key = hidden.certificate()
                .map(certificate -> facts(hidden.key(), CertificateReader.read(certificate)))
                .orElseGet(() -> new LinkedHashMap<>(Map.of("key", hidden.key())));
        key.put("fit", false);
        key.put("hiddenBecause", hidden.why().code());
        return key;
    }

    private static Map<String, Object> facts(String reference, CertificateFacts facts) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("key", reference);
        key.put("certificateSha256", facts.sha256());
        key.put("holder", facts.holder());
        facts.organisation().ifPresent(organisation -> key.put("organisation", organisation));
        key.put("purpose", facts.purpose().word());
        key.put("kind", facts.kind().word());
        key.put("notAfter", facts.notAfter().toString());
        return key;
    }

    private static void tell(Credential credential, Out out) {
        CertificateFacts facts = CertificateReader.read(credential.certificate());
        out.line(Holder.line(facts));
        String purpose = unfit(credential, facts)
                .map(problem -> ProblemText.of(problem, out.language()).title())
                .orElseGet(() -> out.texts().text("keys.fit", "date", facts.notAfter()));
        out.line("  " + purpose);
        out.line("  --key " + ShellWord.of(credential.key()));
        if (credential.practice()) {
            out.line("  " + out.texts().text("keys.practice", "pin", PracticeCard.PIN));
        }
        if (credential.practice() && credential.token().pin() == PinState.LOCKED) {
            out.line("  " + out.texts().text("demo.locked", "segell", ShellWord.segell()));
        }
        out.line("");
    }

    private static void tell(HiddenCredential hidden, Out out) {
        out.line(hidden.certificate()
                .map(certificate -> Holder.line(CertificateReader.read(certificate)))
                .orElse(hidden.key()));
        out.line(out.words(hidden.why(), "  "));
        out.line("");
    }
}
