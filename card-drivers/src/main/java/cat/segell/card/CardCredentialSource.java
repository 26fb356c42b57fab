// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card;

import cat.segell.card.token.SeenOnce;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.CertificatePrefix;
import cat.segell.credential.reference.KeyReference.CloudKey;
import cat.segell.credential.reference.KeyReference.KeyFile;
import cat.segell.credential.reference.KeyReference.Pkcs11Key;
import cat.segell.credential.reference.KeyReference.PracticeKey;
import cat.segell.credential.reference.KeyReference.SystemKey;
import cat.segell.problem.KeyProblem.KeyAmbiguous;
import cat.segell.problem.KeyProblem.KeyKindUnsupported;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.List;

/** All sources as one. References by certificate are looked up in everything that can be listed. */
public final class CardCredentialSource implements CredentialSource {

    private final List<CredentialSource> sources;

    public CardCredentialSource(List<CredentialSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public boolean serves(KeyReference reference) {
        return true;
    }

    @Override
    public Listing list() {
        return SeenOnce.of(sources.stream().map(CredentialSource::list).toList());
    }

    /**
     * @throws ProblemException {@code KEY-NOT-FOUND} or, for a prefix that several certificates begin with,
     *     {@code KEY-AMBIGUOUS}; {@code KEY-KIND-UNSUPPORTED}; else as the source that serves the reference
     */
    @Override
    public List<Credential> find(KeyReference reference, PinEntry entry) throws ProblemException {
        return switch (reference) {
            case CertificatePrefix(String hex) -> List.of(byCertificate(hex));
            case PracticeKey _ -> source(reference, "practice:").find(reference, entry);
            case KeyFile _ -> source(reference, "pkcs12:").find(reference, entry);
            case Pkcs11Key _ -> source(reference, "pkcs11:").find(reference, entry);
            case SystemKey _ -> source(reference, "os:").find(reference, entry);
            case CloudKey _ -> source(reference, "cloud:").find(reference, entry);
        };
    }

    private CredentialSource source(KeyReference reference, String kind) throws ProblemException {
        for (CredentialSource source : sources) {
            if (source.serves(reference)) {
                return source;
            }
        }
        throw new ProblemException(new KeyKindUnsupported(kind));
    }

    private Credential byCertificate(String hex) throws ProblemException {
        Listing listing = list();
        List<Credential> fit = listing.credentials().stream()
                .filter(each -> each.id().certificateSha256().startsWith(hex))
                .toList();
        if (fit.size() == 1) {
            return fit.getFirst();
        }
        if (fit.isEmpty()) {
            throw new ProblemException(whyNot(hex, listing));
        }
        throw new ProblemException(new KeyAmbiguous(fit.stream()
                .map(each -> CertificateReader.read(each.certificate()).option(each.key()))
                .toList()));
    }

    /** A certificate that is there but can't be used says why; a driver that broke may be why a key isn't seen. */
    private static Problem whyNot(String hex, Listing listing) {
        for (HiddenCredential each : listing.hidden()) {
            if (each.certificate()
                    .filter(certificate -> CredentialId.sha256(certificate).startsWith(hex))
                    .isPresent()) {
                return each.why();
            }
        }
        return listing.problems().isEmpty()
                ? new KeyNotFound(hex)
                : listing.problems().getFirst();
    }

    @Override
    public OpenCredential open(Credential credential, PinEntry entry) throws ProblemException {
        return home(credential).open(credential, entry);
    }

    @Override
    public List<Problem> notices() {
        return sources.stream().flatMap(source -> source.notices().stream()).toList();
    }

    @Override
    public List<Problem> takeNotices() {
        return sources.stream().flatMap(source -> source.takeNotices().stream()).toList();
    }

    private CredentialSource home(Credential credential) throws ProblemException {
        KeyReference reference = KeyReference.parse(credential.key());
        for (CredentialSource source : sources) {
            boolean served = reference instanceof CertificatePrefix
                    ? source.list().credentials().stream()
                            .anyMatch(each -> each.id().equals(credential.id()))
                    : source.serves(reference);
            if (served) {
                return source;
            }
        }
        throw new ProblemException(new KeyNotFound(credential.key()));
    }
}
