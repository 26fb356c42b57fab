// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.KeyReference;
import cat.segell.credential.KeyReference.CertificatePrefix;
import cat.segell.credential.KeyReference.CloudKey;
import cat.segell.credential.KeyReference.KeyFile;
import cat.segell.credential.KeyReference.Pkcs11Key;
import cat.segell.credential.KeyReference.PracticeKey;
import cat.segell.credential.KeyReference.SystemKey;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.problem.KeyProblem.KeyKindUnsupported;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Several sources as one: a reference goes to the one that serves it, a certificate's hash to all that list. */
final class JoinedSources implements CredentialSource {

    private final List<CredentialSource> sources;

    JoinedSources(List<CredentialSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public boolean serves(KeyReference reference) {
        return reference instanceof CertificatePrefix || sources.stream().anyMatch(source -> source.serves(reference));
    }

    @Override
    public Listing list() {
        List<Credential> credentials = new ArrayList<>();
        List<HiddenCredential> hidden = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (CredentialSource source : sources) {
            Listing listing = source.list();
            credentials.addAll(listing.credentials());
            hidden.addAll(listing.hidden());
            problems.addAll(listing.problems());
        }
        return new Listing(credentials, hidden, problems);
    }

    @Override
    public List<Credential> find(KeyReference reference, PinEntry entry) throws ProblemException {
        for (CredentialSource source : sources) {
            if (source.serves(reference)) {
                return source.find(reference, entry);
            }
        }
        if (!(reference instanceof CertificatePrefix(String hex))) {
            throw new ProblemException(new KeyKindUnsupported(kind(reference)));
        }
        List<Credential> found = list().credentials().stream()
                .filter(credential -> credential.id().certificateSha256().startsWith(hex))
                .toList();
        if (found.isEmpty()) {
            throw new ProblemException(new KeyNotFound(hex));
        }
        return found;
    }

    /** By the credential's own reference, or where that is a hash, by whoever lists just this credential. */
    @Override
    public OpenCredential open(Credential credential, PinEntry entry) throws ProblemException {
        KeyReference reference = KeyReference.parse(credential.key());
        for (CredentialSource source : sources) {
            if (source.serves(reference) || lists(source, credential)) {
                return source.open(credential, entry);
            }
        }
        throw new ProblemException(new KeyNotFound(credential.key()));
    }

    private static boolean lists(CredentialSource source, Credential credential) {
        return source.list().credentials().stream()
                .anyMatch(listed -> listed.id().equals(credential.id()));
    }

    private static String kind(KeyReference reference) {
        return switch (reference) {
            case PracticeKey _ -> "practice:";
            case KeyFile _ -> "pkcs12:";
            case Pkcs11Key _ -> "pkcs11:";
            case SystemKey _ -> "os:";
            case CloudKey _ -> "cloud:";
            case CertificatePrefix _ -> "SHA-256";
        };
    }
}
