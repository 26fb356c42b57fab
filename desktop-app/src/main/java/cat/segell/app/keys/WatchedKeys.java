// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.Listing;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinUse;
import cat.segell.credential.algorithm.DigestToSign;
import cat.segell.credential.reference.KeyReference;
import cat.segell.problem.ProblemException;
import java.util.List;

/** Keys of which somebody knows when they are waited for. */
public record WatchedKeys(CredentialSource keys, WaitWatch watcher) implements CredentialSource {

    @Override
    public boolean serves(KeyReference reference) {
        return keys.serves(reference);
    }

    @Override
    public Listing list() {
        return keys.list();
    }

    @Override
    public List<Credential> find(KeyReference reference, PinEntry entry) throws ProblemException {
        return keys.find(reference, entry);
    }

    @Override
    public OpenCredential open(Credential credential, PinEntry entry) throws ProblemException {
        watcher.waits();
        try {
            return new Open(keys.open(credential, entry), watcher);
        } finally {
            watcher.waited();
        }
    }

    private record Open(OpenCredential key, WaitWatch watcher) implements OpenCredential {

        @Override
        public Credential credential() {
            return key.credential();
        }

        @Override
        public PinUse pinUse() {
            return key.pinUse();
        }

        @Override
        public byte[] sign(DigestToSign digest) throws ProblemException {
            watcher.waits();
            try {
                return key.sign(digest);
            } finally {
                watcher.waited();
            }
        }

        /** A driver may hang over that, too. */
        @Override
        public void close() {
            watcher.waits();
            try {
                key.close();
            } finally {
                watcher.waited();
            }
        }
    }
}
