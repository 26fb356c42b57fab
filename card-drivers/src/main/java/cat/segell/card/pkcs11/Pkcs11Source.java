// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.HostSetup;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.token.Pkcs11Token;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.Pkcs11Key;
import cat.segell.credential.reference.Pkcs11Uri;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenAmbiguous;
import cat.segell.problem.KeyProblem.TokenForeign;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.text.Showable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keys on tokens behind PKCS#11 modules: those that are known, and those that a reference names. */
public final class Pkcs11Source implements CredentialSource, AutoCloseable {

    private final Supplier<List<KnownModule>> known;
    private final CardPresence presence;
    private final PinUses pinUses;
    private final Pkcs11Modules modules;

    /** @param known modules that are looked at without being named; asked each time, for drivers come and go */
    public Pkcs11Source(Supplier<List<KnownModule>> known, HostSetup setup, CardPresence presence, CardKinds kinds) {
        this.known = known;
        this.presence = presence;
        pinUses = new PinUses(setup.onePinPerBatch(), new PinUseMemory(setup.folder()), kinds);
        modules = new Pkcs11Modules(setup, presence);
    }

    @Override
    public boolean serves(KeyReference reference) {
        return reference instanceof Pkcs11Key;
    }

    @Override
    public Listing list() {
        return survey().listing();
    }

    /**
     * Drivers with their tokens, whatever they hold.
     *
     * @param named the only one, known or not; else every known one
     */
    public List<DriverSight> drivers(Optional<Path> named) {
        return looks(named).stream().map(Pkcs11Modules.Look::driver).toList();
    }

    /** All that one look tells. */
    public record Survey(List<DriverSight> drivers, Listing listing) {
        public Survey {
            drivers = List.copyOf(drivers);
        }
    }

    public Survey survey() {
        List<Pkcs11Modules.Look> looks = looks(Optional.empty());
        return new Survey(
                looks.stream().map(Pkcs11Modules.Look::driver).toList(),
                Pkcs11View.of(looks).listing());
    }

    private Pkcs11View look(Optional<Path> named) {
        return Pkcs11View.of(looks(named));
    }

    private List<Pkcs11Modules.Look> looks(Optional<Path> named) {
        return modules.look(named.map(path -> List.of(KnownModule.set(path))).orElseGet(known));
    }

    /** Never asks: certificates are public on every token that is used for signing. */
    @Override
    public List<Credential> find(KeyReference reference, PinEntry entry) throws ProblemException {
        if (!(reference instanceof Pkcs11Key(Pkcs11Uri uri))) {
            throw new IllegalArgumentException("not a PKCS#11 URI: " + reference.getClass());
        }
        Pkcs11View view = look(uri.modulePath());
        List<Credential> fit = view.fitting(uri);
        if (fit.isEmpty()) {
            throw new ProblemException(view.whyNone(uri));
        }
        demandOneToken(uri, fit);
        return fit;
    }

    /** Two tokens with one label are told apart by their serial numbers, and by the person. */
    private static void demandOneToken(Pkcs11Uri uri, List<Credential> fit) throws ProblemException {
        String label = fit.getFirst().token().label();
        List<String> serials = fit.stream()
                .filter(each -> each.token().label().equals(label))
                .map(each -> Showable.of(each.token().serial()))
                .distinct()
                .toList();
        if (uri.serial().isEmpty() && serials.size() > 1) {
            throw new ProblemException(new TokenAmbiguous(label, serials));
        }
    }

    @Override
    public OpenCredential open(Credential credential, PinEntry entry) throws ProblemException {
        return Pkcs11Credential.open(() -> refind(credential), pinUses, credential, entry);
    }

    /** The token as it is now: another one may be in the reader, and its flags may have changed. */
    private Keyholder.Place refind(Credential credential) throws ProblemException {
        Optional<Path> named = KeyReference.parse(credential.key()) instanceof Pkcs11Key(Pkcs11Uri uri)
                ? uri.modulePath()
                : Optional.empty();
        Pkcs11View view = look(named);
        boolean there = false;
        for (Pkcs11Modules.Sight sight : view.sights()) {
            for (Pkcs11Token token : sight.tokens()) {
                there |= token.seen().serial().equals(credential.id().tokenSerial());
                if (token.usable().stream()
                        .anyMatch(each -> each.credential().id().equals(credential.id()))) {
                    return new Keyholder.Place(
                            sight.host(), token, presence.goneFrom(token.seen().slot()));
                }
            }
        }
        // Whatever else is wrong with any driver: the card isn't there.
        if (!there && isOut(credential.token())) {
            throw new ProblemException(new TokenRemoved(credential.token().label()));
        }
        if (!view.problems().isEmpty()) {
            throw new ProblemException(view.problems().getFirst());
        }
        throw new ProblemException(there ? new KeyNotFound(credential.key()) : absence(credential.token(), view));
    }

    private boolean isOut(Token token) {
        return token.place() instanceof TokenPlace.Slot(String slot) && presence.isOutOf(slot);
    }

    private Problem absence(Token token, Pkcs11View view) {
        Optional<TokenForeign> stranger = view.stranger(token.place(), presence);
        return stranger.isPresent() ? stranger.get() : new TokenRemoved(token.label());
    }

    @Override
    public List<Problem> notices() {
        return modules.notices();
    }

    @Override
    public List<Problem> takeNotices() {
        return modules.takeNotices();
    }

    @Override
    public void close() {
        modules.close();
    }
}
