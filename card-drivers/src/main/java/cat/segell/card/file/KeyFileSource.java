// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.file;

import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinState;
import cat.segell.credential.Token;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.KeyFile;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Keys in PKCS#12 files. A file is looked at only when it is named, so nothing is ever listed. */
public final class KeyFileSource implements CredentialSource {

    @Override
    public boolean serves(KeyReference reference) {
        return reference instanceof KeyFile;
    }

    @Override
    public Listing list() {
        return Listing.NOTHING;
    }

    /** Asks the password once, if there is one: what a key file holds can't be seen without it. */
    @Override
    public List<Credential> find(KeyReference reference, PinEntry entry) throws ProblemException {
        if (!(reference instanceof KeyFile(Path file, Optional<String> wanted))) {
            throw new IllegalArgumentException("not a key file: " + reference.getClass());
        }
        Opened opened = open(KeyFileContent.read(file), Optional.empty(), entry);
        List<Credential> found = opened.entries().stream()
                .filter(each -> wanted.isEmpty() || wanted.get().equals(each.sha256()))
                .map(each -> credential(file, opened, each))
                .toList();
        if (found.isEmpty()) {
            throw new ProblemException(
                    new KeyNotFound(wanted.map(id -> reference(file, id)).orElse(reference(file))));
        }
        return found;
    }

    @Override
    public OpenCredential open(Credential credential, PinEntry entry) throws ProblemException {
        KeyFileContent content = KeyFileContent.read(file(credential));
        if (!content.token().serial().equals(credential.id().tokenSerial())) {
            throw new ProblemException(new KeyNotFound(credential.key()));
        }
        for (KeyFileContent.Entry each :
                open(content, Optional.of(credential), entry).entries()) {
            if (each.sha256().equals(credential.id().certificateSha256())) {
                return new SoftwareKey(credential, each.key());
            }
        }
        throw new ProblemException(new KeyNotFound(credential.key()));
    }

    /** @param token as it is now known */
    private record Opened(Token token, List<KeyFileContent.Entry> entries) {}

    private static Opened open(KeyFileContent content, Optional<Credential> credential, PinEntry entry)
            throws ProblemException {
        Token token = content.token();
        Optional<List<KeyFileContent.Entry>> unprotected = content.openWithoutPassword();
        if (unprotected.isPresent()) {
            return new Opened(token.with(PinState.NOT_NEEDED), unprotected.get());
        }
        try (Pin password = entry.ask(new PinRequest(token, credential))) {
            List<KeyFileContent.Entry> entries = content.open(password);
            entry.accepted(token);
            return new Opened(token, entries);
        }
    }

    private static Credential credential(Path file, Opened opened, KeyFileContent.Entry entry) {
        String key = opened.entries().size() > 1 ? reference(file, entry.sha256()) : reference(file);
        CredentialId id = new CredentialId(entry.sha256(), opened.token().serial(), "");
        return new Credential(id, key, entry.certificate(), entry.others(), opened.token(), false);
    }

    private static Path file(Credential credential) throws ProblemException {
        if (KeyReference.parse(credential.key()) instanceof KeyFile named) {
            return named.file();
        }
        throw new IllegalArgumentException("not in a key file: " + credential.id());
    }

    static String reference(Path file) {
        return "pkcs12:" + file.toAbsolutePath().normalize();
    }

    static String reference(Path file, String certificateSha256) {
        return reference(file) + "?id=" + certificateSha256;
    }
}
