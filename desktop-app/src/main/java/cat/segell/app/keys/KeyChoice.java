// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.PinAttempts;
import cat.segell.credential.PinEntry;
import cat.segell.credential.reference.KeyReference;
import cat.segell.problem.KeyOption;
import cat.segell.problem.KeyProblem.KeyAmbiguous;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which key signs: the one that was named, else the only one that is fit. A practice key is never chosen unasked. */
public final class KeyChoice {

    private final CredentialSource source;
    private final Clock clock;
    private final Supplier<KeysAtHand> all;

    /** @param all keys, where none is named */
    public KeyChoice(CredentialSource source, Clock clock, Supplier<KeysAtHand> all) {
        this.source = source;
        this.clock = clock;
        this.all = all;
    }

    /**
     * @param named absent to take the only one that is fit
     * @throws ProblemException a {@code KeyProblem}, {@code CertificateProblem} or {@code PinProblem}
     */
    public Credential choose(Optional<KeyReference> named, PinEntry entry, boolean allowExpired)
            throws ProblemException {
        if (named.isEmpty()) {
            return unnamed(all.get(), allowExpired);
        }
        List<Credential> found = PinAttempts.with(entry, () -> source.find(named.get(), entry));
        return found.size() == 1 ? asked(found.getFirst(), allowExpired) : only(found, allowExpired);
    }

    private Credential asked(Credential found, boolean allowExpired) throws ProblemException {
        Optional<Problem> unfit =
                ListedKey.named(found, clock.instant(), allowExpired).unfit();
        if (unfit.isPresent()) {
            throw new ProblemException(unfit.get());
        }
        return found;
    }

    private Credential unnamed(KeysAtHand keys, boolean allowExpired) throws ProblemException {
        List<Credential> real = keys.listing().credentials().stream()
                .filter(each -> !each.practice())
                .toList();
        if (!real.isEmpty()) {
            return only(real, allowExpired);
        }
        throw new ProblemException(keys.missing().problem());
    }

    /** @param found at least one */
    private Credential only(List<Credential> found, boolean allowExpired) throws ProblemException {
        List<ListedKey> listed = ListedKey.of(found, clock.instant(), allowExpired);
        List<ListedKey> fit = ListedKey.current(
                listed.stream().filter(each -> each.unfit().isEmpty()).toList());
        if (fit.size() > 1) {
            throw new ProblemException(
                    new KeyAmbiguous(fit.stream().map(KeyChoice::option).toList()));
        }
        if (fit.isEmpty()) {
            throw new ProblemException(listed.getFirst().unfit().orElseThrow());
        }
        return fit.getFirst().credential();
    }

    private static KeyOption option(ListedKey key) {
        return key.facts().option(key.credential().key());
    }
}
