// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinAttempts;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinUse;
import cat.segell.problem.ProblemException;
import cat.segell.signature.PreparedDocument;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The batch's key, opened when the first document is ready, and once only. */
final class BatchKey implements AutoCloseable {

    private final CredentialSource source;
    private final Credential credential;
    private final PinEntry entry;
    private final Consumer<PinUse> onOpened;
    private @Nullable OpenCredential open;

    BatchKey(CredentialSource source, Credential credential, PinEntry entry, Consumer<PinUse> onOpened) {
        this.source = source;
        this.credential = credential;
        this.entry = entry;
        this.onOpened = onOpened;
    }

    void open() throws ProblemException {
        if (open == null) {
            open = PinAttempts.with(entry, () -> source.open(credential, entry));
            onOpened.accept(open.pinUse());
        }
    }

    byte[] sign(PreparedDocument prepared) throws ProblemException {
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        OpenCredential opened = open;
        return PinAttempts.with(entry, () -> opened.sign(prepared.digest()));
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
