// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.file;

import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.SystemKey;
import cat.segell.problem.KeyProblem.CertWithoutKey;
import cat.segell.problem.KeyProblem.KeyAmbiguous;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.SystemStoreFailed;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keys in the operating system's own store, which asks for their secrets itself. An entry is known by its certificate: aliases
 * there are whatever the person or another program called them, and several share one.
 */
public final class SystemKeySource implements CredentialSource {

    /** The store of macOS hands a key out only with a password, whichever. */
    private static final char[] ANY = {'-'};

    private final SystemStore store;

    public SystemKeySource(SystemStore store) {
        this.store = store;
    }

    /** One alias of the store. */
    private record Entry(String alias, X509Certificate certificate, List<X509Certificate> others, boolean hasKey) {

        String sha256() {
            return CredentialId.sha256(certificate);
        }
    }

    @Override
    public boolean serves(KeyReference reference) {
        return reference instanceof SystemKey;
    }

    @Override
    public Listing list() {
        try {
            List<Entry> entries = entries(opened());
            return new Listing(
                    entries.stream()
                            .filter(Entry::hasKey)
                            .map(this::credential)
                            .distinct()
                            .toList(),
                    entries.stream()
                            .filter(each -> !each.hasKey())
                            .map(SystemKeySource::hidden)
                            .toList(),
                    List.of());
        } catch (ProblemException e) {
            return new Listing(List.of(), List.of(), List.of(e.problem()));
        }
    }

    @Override
    public List<Credential> find(KeyReference reference, PinEntry entry) throws ProblemException {
        if (!(reference instanceof SystemKey(String prefix))) {
            throw new IllegalArgumentException("not of the system's store: " + reference.getClass());
        }
        List<Entry> named = entries(opened()).stream()
                .filter(each -> each.sha256().startsWith(prefix))
                .toList();
        List<Credential> found = named.stream()
                .filter(Entry::hasKey)
                .map(this::credential)
                .distinct()
                .toList();
        if (found.size() > 1) {
            throw new ProblemException(new KeyAmbiguous(found.stream()
                    .map(each -> CertificateReader.read(each.certificate()).option(each.key()))
                    .toList()));
        }
        if (found.isEmpty()) {
            throw new ProblemException(
                    named.isEmpty() ? new KeyNotFound("os:" + prefix) : new CertWithoutKey("os:" + prefix));
        }
        return found;
    }

    @Override
    public OpenCredential open(Credential credential, PinEntry entry) throws ProblemException {
        KeyStore opened = opened();
        for (Entry each : entries(opened)) {
            if (each.hasKey() && each.sha256().equals(credential.id().certificateSha256())) {
                PrivateKey key = key(opened, each);
                entry.accepted(credential.token());
                return switch (store.form()) {
                    case WINDOWS -> new WindowsKey(credential, key, opened.getProvider(), store.label());
                    case MACOS -> new SoftwareKey(credential, key);
                };
            }
        }
        throw new ProblemException(new KeyNotFound(credential.key()));
    }

    private KeyStore opened() throws ProblemException {
        try {
            return store.opening().open();
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw failed(e);
        }
    }

    private PrivateKey key(KeyStore opened, Entry entry) throws ProblemException {
        try {
            Key key = opened.getKey(entry.alias(), ANY);
            if (key instanceof PrivateKey secret) {
                return secret;
            }
            throw new ProblemException(new CertWithoutKey("os:" + entry.sha256()));
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed(e);
        }
    }

    private ProblemException failed(Exception why) {
        return new ProblemException(new SystemStoreFailed(store.label()), why);
    }

    private List<Entry> entries(KeyStore opened) throws ProblemException {
        List<Entry> entries = new ArrayList<>();
        try {
            for (String alias : Collections.list(opened.aliases())) {
                if (opened.getCertificate(alias) instanceof X509Certificate own) {
                    entries.add(new Entry(alias, own, others(opened, alias, own), opened.isKeyEntry(alias)));
                }
            }
            return entries;
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed(e);
        }
    }

    private static List<X509Certificate> others(KeyStore opened, String alias, X509Certificate own)
            throws GeneralSecurityException {
        Certificate[] chain = opened.getCertificateChain(alias);
        return Stream.of(chain == null ? new Certificate[0] : chain)
                .filter(each -> !each.equals(own))
                .flatMap(each -> each instanceof X509Certificate certificate ? Stream.of(certificate) : Stream.empty())
                .toList();
    }

    private Credential credential(Entry entry) {
        Token token = new Token(store.label(), store.label(), PinState.NOT_NEEDED, PinTries.ENOUGH);
        CredentialId id = new CredentialId(entry.sha256(), token.serial(), "");
        return new Credential(id, "os:" + entry.sha256(), entry.certificate(), entry.others(), token, false);
    }

    private static HiddenCredential hidden(Entry entry) {
        String key = "os:" + entry.sha256();
        return new HiddenCredential(key, Optional.of(entry.certificate()), new CertWithoutKey(key));
    }
}
