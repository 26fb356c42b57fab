// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.KeyReference;
import cat.segell.credential.Listing;
import cat.segell.credential.PinEntry;
import cat.segell.problem.CertificateProblem.CertExpired;
import cat.segell.problem.CertificateProblem.CertNotForSigning;
import cat.segell.problem.CertificateProblem.CertNotYetValid;
import cat.segell.problem.KeyOption;
import cat.segell.problem.KeyProblem.KeyAmbiguous;
import cat.segell.problem.KeyProblem.KeyNone;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which key signs: the one that was named, else the only one that is fit. A practice key is never chosen unasked. */
public final class KeyChoice {

    private final CredentialSource source;
    private final Clock clock;

    public KeyChoice(CredentialSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Why a certificate can't sign now; empty where it can. */
    public static Optional<Problem> unfit(CertificateFacts facts, Instant now, boolean allowExpired) {
        if (!facts.purpose().signs()) {
            return Optional.of(new CertNotForSigning(facts.holder()));
        }
        if (now.isBefore(facts.notBefore())) {
            return Optional.of(new CertNotYetValid(facts.holder(), facts.notBefore()));
        }
        return now.isAfter(facts.notAfter()) && !allowExpired
                ? Optional.of(new CertExpired(facts.holder(), facts.notAfter()))
                : Optional.empty();
    }

    private Optional<Problem> unfit(Credential credential, boolean allowExpired) {
        return unfit(CertificateReader.read(credential.certificate()), clock.instant(), allowExpired);
    }

    /**
     * @param named absent to take the only one that is fit
     * @throws ProblemException a {@code KeyProblem}, {@code CertificateProblem} or {@code PinProblem}
     */
    public Credential choose(Optional<KeyReference> named, PinEntry entry, boolean allowExpired)
            throws ProblemException {
        return named.isPresent()
                ? only(source.find(named.get(), entry), allowExpired)
                : unnamed(source.list(), allowExpired);
    }

    private Credential unnamed(Listing listing, boolean allowExpired) throws ProblemException {
        List<Credential> real =
                listing.credentials().stream().filter(each -> !each.practice()).toList();
        if (!real.isEmpty()) {
            return only(real, allowExpired);
        }
        throw new ProblemException(
                listing.problems().isEmpty()
                        ? new KeyNone()
                        : listing.problems().getFirst());
    }

    /** @param found at least one */
    private Credential only(List<Credential> found, boolean allowExpired) throws ProblemException {
        List<Credential> fit = found.stream()
                .filter(each -> unfit(each, allowExpired).isEmpty())
                .toList();
        if (fit.size() > 1) {
            throw new ProblemException(
                    new KeyAmbiguous(fit.stream().map(KeyChoice::option).toList()));
        }
        if (fit.isEmpty()) {
            throw new ProblemException(unfit(found.getFirst(), allowExpired).orElseThrow());
        }
        return fit.getFirst();
    }

    private static KeyOption option(Credential credential) {
        return CertificateReader.read(credential.certificate()).option(credential.key());
    }
}
