// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.credential.CredentialSource;
import cat.segell.credential.PinEntry;
import cat.segell.notary.Registrar;
import cat.segell.problem.Problem;
import cat.segell.signature.Signer;
import cat.segell.trust.revocation.RevocationCheck;
import cat.segell.validation.Validator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Signs documents with one key, opened once: one PIN, one session. */
public final class SignBatch {

    private final CredentialSource source;
    private final Signer signer;
    private final Optional<Registrar> registrar;
    private final Path home;
    private final RevocationCheck revocation;
    private final DuplicateGuard duplicates;

    /**
     * @param registrar absent where nothing can be recorded
     * @param home where private copies are kept while they are needed
     */
    public SignBatch(CredentialSource source, Signer signer, Optional<Registrar> registrar, Path home) {
        this(source, signer, registrar, home, RevocationCheck.NONE, new DuplicateGuard(Optional.empty()));
    }

    private SignBatch(
            CredentialSource source,
            Signer signer,
            Optional<Registrar> registrar,
            Path home,
            RevocationCheck revocation,
            DuplicateGuard duplicates) {
        this.source = source;
        this.signer = signer;
        this.registrar = registrar;
        this.home = home;
        this.revocation = revocation;
        this.duplicates = duplicates;
    }

    /** The same, which asks before the PIN whether the certificate was revoked. */
    public SignBatch asking(RevocationCheck check) {
        return new SignBatch(source, signer, registrar, home, check, duplicates);
    }

    /**
     * The same, which leaves alone what the same person has signed already.
     *
     * @param judge that asks nobody
     */
    public SignBatch sparing(Validator judge) {
        return new SignBatch(source, signer, registrar, home, revocation, new DuplicateGuard(Optional.of(judge)));
    }

    /**
     * Whatever goes wrong is told in the result; nothing is thrown but programming errors. The first document is prepared
     * before the key is opened: where nothing can be signed, nobody is asked for a PIN.
     *
     * @param events told on this thread, in order
     * @param stop asked before each document
     */
    public BatchResult run(BatchRequest request, PinEntry entry, Consumer<BatchEvent> events, BooleanSupplier stop) {
        String id = UUID.randomUUID().toString();
        Instant begun = Instant.now();
        try (BatchKey key =
                new BatchKey(source, request.credential(), entry, use -> events.accept(new BatchEvent.Opened(use)))) {
            BatchLine line = new BatchLine(request, signer, key, duplicates, home);
            BatchRecords records = new BatchRecords(registrar, events);
            Optional<Problem> unfit = new CertificateGuard(revocation, begun).check(request, events);
            return new BatchResult(id, begun, records.record(request, line.sign(unfit, events, stop)));
        }
    }
}
