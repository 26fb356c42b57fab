// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.keys.KeysAtHand;
import cat.segell.app.keys.KeysAtHand.Missing;
import cat.segell.app.keys.ListedKey;
import cat.segell.app.keys.TokenNames;
import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.RevocationQuestion;
import cat.segell.app.settings.Setting;
import cat.segell.card.practice.PracticeCard;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.Listing;
import cat.segell.problem.CertificateProblem.CertIssuesOthers;
import cat.segell.problem.CertificateProblem.CertSeenTwice;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.SettingLocked;
import cat.segell.problem.UsageProblem.OptionAlone;
import cat.segell.trust.revocation.RevocationCheck;
import cat.segell.trust.revocation.RevocationState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** {@code segell keys}: every certificate that is found, and with {@code --all} what can't be used and why. */
@picocli.CommandLine.Command(name = "keys")
public final class KeysCommand extends Command {

    @Option(names = "--all", descriptionKey = "keys.all")
    private boolean all;

    @Option(names = "--check", descriptionKey = "keys.check")
    private boolean check;

    @Option(names = "--allow-private-network", descriptionKey = "allowPrivateNetwork")
    private boolean allowPrivateNetwork;

    public KeysCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start start, Out out) throws ProblemException {
        if (allowPrivateNetwork && !check) {
            throw new ProblemException(new OptionAlone("--allow-private-network", "--check"));
        }
        if (check) {
            demandAllowed(start.preferences());
        }
        try (Wiring wiring = new Wiring(start)) {
            return run(wiring, out);
        }
    }

    /** Who locks that nobody is asked means it of this as well. */
    private static void demandAllowed(Preferences preferences) throws ProblemException {
        if (preferences.isLocked(Setting.REVOCATION_BEFORE_SIGNING)
                && preferences.revocationBeforeSigning() == RevocationQuestion.NEVER) {
            throw new ProblemException(new SettingLocked(Setting.REVOCATION_BEFORE_SIGNING.key()));
        }
    }

    /**
     * What is to be told, whether to people or to programs.
     *
     * @param signers that could sign now: nobody counts on what is for log-in only
     */
    private record Found(
            Listing listing,
            TokenNames names,
            List<Credential> signers,
            List<KeyEntry> shown,
            List<Problem> notices,
            WithdrawnCards withdrawn,
            Optional<Missing> missing) {}

    private int run(Wiring wiring, Out out) {
        CredentialSource source = wiring.credentials();
        Found found = look(source, wiring, out);
        Listing listing = found.listing();
        KeyWords words =
                new KeyWords(out, new TokenWords(out.texts(), found.names()), PracticeCards.of(found.shown()), all);
        out.document(document(found, words, out));
        found.signers().forEach(each -> ExpiryLine.tellListed(each, true, wiring, out));
        found.shown().stream().filter(words::hasItsOwnLines).forEach(words::tell);
        tell(found, out);
        Notices.told(source, out);
        // In JSON it stands among the notices.
        if (!out.json()) {
            found.withdrawn().tell(out);
        }
        found.signers().forEach(each -> ExpiryLine.tellListed(each, false, wiring, out));
        return status(listing);
    }

    private Found look(CredentialSource source, Wiring wiring, Out out) {
        KeysAtHand keys = wiring.keys(out.language());
        Listing listing = keys.listing();
        List<ListedKey> listed = ListedKey.of(listing.credentials(), Instant.now(), false);
        RevocationCheck revocation = check ? wiring.revocation(allowPrivateNetwork) : RevocationCheck.NONE;
        List<KeyEntry> present = new RevocationRound(revocation).ask(listed);
        return new Found(
                withFaults(keys),
                keys.names(),
                signers(present),
                Stream.concat(present.stream(), all ? hidden(listing) : Stream.empty())
                        .toList(),
                source.notices(),
                new WithdrawnCards(listed, wiring.issuerRoutes()),
                missing(keys));
    }

    private static List<Credential> signers(List<KeyEntry> present) {
        return present.stream()
                .filter(KeyEntry::signs)
                .flatMap(entry -> entry instanceof KeyEntry.Present(ListedKey listed, RevocationState _)
                        ? Stream.of(listed.credential())
                        : Stream.empty())
                .toList();
    }

    /** A driver that was merely found and doesn't start may be the one that a key is behind. */
    private static Listing withFaults(KeysAtHand keys) {
        Listing listing = keys.listing();
        return listing.unexplained() && listing.tokens().isEmpty()
                ? new Listing(
                        listing.credentials(), listing.hidden(), keys.cards().faults())
                : listing;
    }

    /** What broke is told by itself. */
    private static Optional<Missing> missing(KeysAtHand keys) {
        Missing missing = keys.missing();
        boolean broken = keys.cards().faults().contains(missing.problem())
                || keys.listing().problems().contains(missing.problem());
        return keys.listing().anyReal() || broken ? Optional.empty() : Optional.of(missing);
    }

    private static Stream<KeyEntry> hidden(Listing listing) {
        return listing.hidden().stream().map(KeyEntry.Hidden::new);
    }

    private static Map<String, Object> document(Found found, KeyWords words, Out out) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("keys", found.shown().stream().map(words::json).toList());
        List<Problem> problems = found.listing().problems();
        if (!problems.isEmpty()) {
            document.put("problems", problems.stream().map(out::facts).toList());
        }
        List<Problem> notices = Stream.concat(found.notices().stream(), found.withdrawn().notices().stream())
                .toList();
        if (!notices.isEmpty()) {
            document.put("notices", notices.stream().map(out::facts).toList());
        }
        found.missing().ifPresent(each -> document.put("finding", out.facts(each.problem(), each.advice())));
        return document;
    }

    private void tell(Found found, Out out) {
        Listing listing = found.listing();
        boolean nothing = found.shown().isEmpty();
        if (found.missing().isPresent() && !nothing) {
            out.say("keys.apart");
        }
        found.missing().ifPresent(each -> out.line(out.words(each.problem(), each.advice())));
        if (nothing) {
            out.say(
                    listing.problems().isEmpty() ? "keys.practise" : "keys.none",
                    Map.of("pin", PracticeCard.PIN, "segell", out.segell()));
        }
        long unseen = listing.hidden().stream().filter(KeysCommand::missed).count();
        if (!all && unseen > 0) {
            out.say("keys.hidden", Map.of("count", unseen, "segell", out.segell()));
        }
        listing.problems().forEach(out::problem);
        found.notices().forEach(out::problem);
    }

    /** The question was which keys there are: a driver that is missing beside them is told, and changes no answer. */
    private static int status(Listing listing) {
        return listing.anyReal()
                ? ExitStatus.DONE
                : ExitStatus.first(
                        listing.problems().stream().map(ExitStatus::of).toList());
    }

    /** Nobody misses the issuers' certificates that lie beside most people's, nor the second sight of one that is shown. */
    private static boolean missed(HiddenCredential hidden) {
        return !(hidden.why() instanceof CertIssuesOthers) && !(hidden.why() instanceof CertSeenTwice);
    }
}
