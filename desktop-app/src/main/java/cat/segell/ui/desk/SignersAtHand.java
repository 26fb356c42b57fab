// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.app.keys.FormerKey;
import cat.segell.app.keys.KeysAtHand;
import cat.segell.app.keys.KeysAtHand.Missing;
import cat.segell.app.keys.ListedKey;
import cat.segell.batch.journal.BatchOrder;
import cat.segell.card.catalogue.Route;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.ExpiryStage;
import cat.segell.certificate.Renewal;
import cat.segell.credential.Credential;
import cat.segell.credential.Listing;
import cat.segell.credential.PinEntry;
import cat.segell.credential.TokenPlace;
import cat.segell.credential.reference.KeyReference.KeyFile;
import cat.segell.credential.reference.KeyReference.PracticeKey;
import cat.segell.diagnosis.Advice;
import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.text.Language;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Whose keys there are, what keeps any of them from signing, and who did last. */
final class SignersAtHand {

    private final BatchDesk.Keys keys;
    private final BatchDesk.Cards cards;
    private final BooleanSupplier timestamps;
    private final InstantSource clock;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param timestamps whether an authority is set for real signatures */
    SignersAtHand(BatchDesk.Keys keys, BatchDesk.Cards cards, BooleanSupplier timestamps, InstantSource clock) {
        this.keys = keys;
        this.cards = cards;
        this.timestamps = timestamps;
        this.clock = clock;
    }

    SignerList list() {
        KeysAtHand seen = keys.look().get();
        Listing listing = seen.listing();
        List<ListedKey> listed = ListedKey.of(listing.credentials(), clock.instant(), false);
        List<SignerOption> options = options(listed);
        return new SignerList(
                options,
                listing.hidden().stream().map(HiddenSigner::of).toList(),
                problems(seen),
                seen.onCards().<Advice>map(missing -> missing).orElse(Advice.NONE),
                seen.names(),
                last(options),
                notices(listed, seen.language()));
    }

    /** What can't wait stands first. */
    private List<StandingNotice> notices(List<ListedKey> listed, Language language) {
        List<StandingNotice> others = new ArrayList<>();
        keys.all().takeNotices().forEach(problem -> others.add(new StandingNotice(problem)));
        withdrawn(listed, language).forEach(others::add);
        List<StandingNotice> expiring = expiring(listed, language).toList();
        return Stream.of(
                        expiring.stream().filter(SignersAtHand::isPressing),
                        others.stream(),
                        expiring.stream().filter(notice -> !isPressing(notice)))
                .flatMap(notices -> notices)
                .toList();
    }

    private static boolean isPressing(StandingNotice notice) {
        return notice.problem() instanceof CertExpiresSoon soon
                && ExpiryStage.of(soon).marked();
    }

    /** Of whoever can sign, as in the command line, and not again where that has told it today. Nobody's practice is at its end. */
    private Stream<StandingNotice> expiring(List<ListedKey> listed, Language language) {
        return listed.stream()
                .filter(key -> key.unfit().isEmpty() && !key.credential().practice())
                .flatMap(key -> cards
                        .expiry()
                        .due(key.facts())
                        .map(soon -> new StandingNotice(
                                soon,
                                List.of(cards.routes().renewal(key.credential(), language)),
                                Optional.of(key.facts().sha256())))
                        .stream());
    }

    /** The person has it before their eyes. */
    void told(StandingNotice notice) {
        notice.expiring().ifPresent(cards.expiry()::told);
    }

    /** Told once for each certificate, as long as this window is open. */
    private Stream<StandingNotice> withdrawn(List<ListedKey> listed, Language language) {
        return listed.stream()
                .flatMap(key -> cards
                        .routes()
                        .cardWithdrawn(key)
                        .filter(_ -> told.add(key.facts().sha256()))
                        .map(problem ->
                                new StandingNotice(problem, cards.routes().aboutWithdrawn(key.credential(), language)))
                        .stream());
    }

    /** The window watches readers itself: what a token or its driver lacks only drivers tell. */
    private static List<Problem> problems(KeysAtHand seen) {
        // Before the faults of other drivers: they aren't why this token can't sign.
        return Stream.concat(seen.onCards().map(Missing::problem).stream(), seen.listing().problems().stream())
                .distinct()
                .toList();
    }

    /** The very certificate, else the newest that came in its place while nobody looked. */
    private Optional<SignerOption> last(List<SignerOption> options) {
        return cards.last()
                .read()
                .flatMap(mark -> options.stream()
                        .filter(option -> mark.is(option.facts()))
                        .findFirst()
                        .or(() -> options.stream()
                                .filter(option -> mark.isOfTheSame(option.facts()))
                                .max(Comparator.comparing(
                                        option -> option.facts().notBefore()))));
    }

    List<SignerOption> inKeyFile(Path file, PinEntry entry) throws ProblemException {
        return found(keys.all().find(new KeyFile(file, Optional.empty()), entry));
    }

    /** Whoever began a batch. */
    SignerOption former(BatchOrder order, PinEntry entry) throws ProblemException {
        return found(List.of(new FormerKey(order).in(keys.all(), entry))).getFirst();
    }

    SignerOption practice() throws ProblemException {
        // The certificates of the practice card can be read without its PIN.
        List<Credential> found = keys.practice().find(new PracticeKey(), request -> {
            throw new IllegalStateException("the practice card is found without a PIN");
        });
        return found(found).getFirst();
    }

    SignerOption unlockPractice() throws ProblemException {
        keys.practice().reset();
        return practice();
    }

    private List<SignerOption> found(List<Credential> found) {
        return options(ListedKey.of(found, clock.instant(), false));
    }

    private List<SignerOption> options(List<ListedKey> listed) {
        return listed.stream()
                .map(key -> new SignerOption(
                        key.credential(),
                        key.facts(),
                        key.unfit(),
                        key.credential().practice() || timestamps.getAsBoolean(),
                        ways(key)))
                .toList();
    }

    private IssuersWays ways(ListedKey key) {
        Credential credential = key.credential();
        boolean time = !credential.practice() && Renewal.due(key.facts(), clock.instant());
        Optional<Route> renewal = time ? Optional.of(cards.routes().renewal(credential)) : Optional.empty();
        return new IssuersWays(
                renewal,
                cards.routes().unblocking(credential),
                cards.routes().pukLocked(credential),
                cards.routes().changingPin(credential));
    }

    /** Practice never comes up by itself, and key files are opened anew each time. */
    void remember(Credential credential) {
        if (!credential.practice() && !(credential.token().place() instanceof TokenPlace.KeyFile)) {
            cards.last().signed(CertificateReader.read(credential.certificate()));
        }
    }
}
