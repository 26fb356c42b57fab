// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.PinAttempts;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinUse;
import cat.segell.problem.KeyProblem.SignatureMismatch;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.signature.PreparedDocument;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The batch's key, opened when the first document is ready, and once more only where somebody put right what it broke at. */
final class BatchKey implements AutoCloseable {

    private final CredentialSource source;
    private final Credential credential;
    private final PinEntry entry;
    private final Pause pause;
    /** Told the first time. */
    private final Consumer<PinUse> onOpened;

    private @Nullable OpenCredential open;
    private boolean opened;

    BatchKey(CredentialSource source, Credential credential, PinEntry entry, Pause pause, Consumer<PinUse> onOpened) {
        this.source = source;
        this.credential = credential;
        this.entry = entry;
        this.pause = pause;
        this.onOpened = onOpened;
    }

    /**
     * @param begins called when the key is open and the document is next
     * @return the signature value, which holds
     */
    byte[] sign(PreparedDocument prepared, Runnable begins) throws ProblemException {
        try {
            OpenCredential key = open();
            begins.run();
            return PinAttempts.with(entry, () -> checked(prepared, key.sign(prepared.digest())));
        } catch (ProblemException e) {
            // What is known of the PIN ends here, and with it the session.
            close();
            throw e;
        }
    }

    /** Whether somebody put right what kept it from signing, in the midst of a batch: it is opened anew then. */
    boolean goesOn(Problem why) {
        return opened && Pause.helps(why) && pause.goesOn(why);
    }

    private OpenCredential open() throws ProblemException {
        if (open != null) {
            return open;
        }
        OpenCredential key = PinAttempts.with(entry, () -> source.open(credential, entry));
        open = key;
        if (!opened) {
            opened = true;
            onOpened.accept(key.pinUse());
        }
        return key;
    }

    /** With the certificate that the person chose, not with the one that the key's own source reports. */
    private byte[] checked(PreparedDocument prepared, byte[] value) throws ProblemException {
        if (!prepared.algorithm().verifies(credential.certificate().getPublicKey(), prepared.dataToSign(), value)) {
            throw new ProblemException(new SignatureMismatch(credential.id().certificateSha256()));
        }
        return value;
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
