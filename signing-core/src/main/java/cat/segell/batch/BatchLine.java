// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Made;
import cat.segell.batch.DocumentResult.Pending;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.document.Digest;
import cat.segell.document.DocumentFile;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputFile.Placed;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.problem.CertificateProblem;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.DocumentChanged;
import cat.segell.problem.DocumentProblem.SignedByHolder;
import cat.segell.problem.DocumentProblem.SigningStopped;
import cat.segell.problem.InternalProblem;
import cat.segell.problem.KeyProblem;
import cat.segell.problem.KeyProblem.SignatureMismatch;
import cat.segell.problem.LedgerProblem;
import cat.segell.problem.ListProblem;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.problem.ReaderProblem;
import cat.segell.problem.RevocationProblem;
import cat.segell.problem.ServiceProblem;
import cat.segell.problem.SettingProblem;
import cat.segell.problem.UsageProblem;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignedContent;
import cat.segell.signature.Signer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One document after the other, each from reading to its place on disk. */
final class BatchLine {

    private static final Logger LOG = LoggerFactory.getLogger(BatchLine.class);

    private final BatchRequest request;
    private final Signer signer;
    private final BatchKey key;
    private final DuplicateGuard duplicates;
    private final Path home;
    private final JournalEntry journal;
    private final Set<Path> writable = new HashSet<>();

    BatchLine(
            BatchRequest request,
            Signer signer,
            BatchKey key,
            DuplicateGuard duplicates,
            Path home,
            JournalEntry journal) {
        this.request = request;
        this.signer = signer;
        this.key = key;
        this.duplicates = duplicates;
        this.home = home;
        this.journal = journal;
    }

    /** @param unfit what keeps all of them from being signed */
    List<DocumentResult> sign(Optional<Problem> unfit, Consumer<BatchEvent> events, BooleanSupplier stop) {
        List<DocumentResult> results = new ArrayList<>();
        Optional<Problem> ended = unfit;
        for (int index = 0; index < request.documents().size(); index++) {
            BatchDocument document = request.documents().get(index);
            DocumentResult result;
            if (ended.isPresent()) {
                result = new Failed(document.input(), ended.get());
            } else if (stop.getAsBoolean()) {
                result = new Failed(document.input(), new SigningStopped(document.input()));
            } else {
                result = result(index, document, events);
                ended = end(result);
            }
            results.add(result);
            journal.ended(index, result);
            events.accept(new BatchEvent.Ended(index, result));
        }
        return results;
    }

    private DocumentResult result(int index, BatchDocument document, Consumer<BatchEvent> events) {
        try (WorkFolder work = WorkFolder.create(home);
                DocumentFile file = document.read(work)) {
            guardShown(document, file);
            PreparedDocument prepared = signer.prepare(file, request.credential(), request.profile());
            Optional<SignedByHolder> before =
                    document.again() ? Optional.empty() : duplicates.check(prepared, request.credential());
            if (before.isPresent()) {
                return new Skipped(document.input(), before);
            }
            OutputName place = place(document, prepared);
            guardPlace(place, Signer.room(prepared));
            key.open();
            events.accept(new BatchEvent.Signing(index));
            SignedContent signed = signer.complete(prepared, signature(prepared), work);
            file.guardUnchanged();
            return put(index, file.sha256(), prepared, place, signed);
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return new Failed(document.input(), e.problem());
        }
    }

    /** What was shown is what is signed: the file may have been exchanged between the list and the PIN. */
    private static void guardShown(BatchDocument document, DocumentFile file) throws ProblemException {
        if (document.shown().filter(shown -> !shown.equals(file.sha256())).isPresent()) {
            throw new ProblemException(new DocumentChanged(document.input()));
        }
    }

    /** Before the PIN: a signature that can't be put anywhere is not worth one. It is found out again when it is put. */
    private void guardPlace(OutputName place, long room) throws ProblemException {
        Path folder = place.folder();
        if (!writable.contains(folder)) {
            OutputFile.probe(folder);
            writable.add(folder);
        }
        OutputFile.guardName(place);
        OutputFile.demandRoom(folder, room);
    }

    private OutputName place(BatchDocument document, PreparedDocument prepared) {
        return OutputName.signed(document.input(), document.below(), request.output(), prepared.ending());
    }

    /** Checked with the certificate that the person chose, not with the one that the key's own source reports. */
    private byte[] signature(PreparedDocument prepared) throws ProblemException {
        byte[] value = key.sign(prepared);
        if (!prepared.algorithm()
                .verifies(request.credential().certificate().getPublicKey(), prepared.dataToSign(), value)) {
            // What it knows of the PIN ends here.
            key.close();
            throw new ProblemException(
                    new SignatureMismatch(request.credential().id().certificateSha256()));
        }
        return value;
    }

    private DocumentResult put(
            int index, Digest input, PreparedDocument prepared, OutputName name, SignedContent signed)
            throws ProblemException {
        Placed placed;
        try {
            placed = OutputFile.put(signed.file(), name, announced -> journal.placing(index, input, announced));
        } catch (ProblemException e) {
            // The next document finds out again before the key signs it.
            writable.remove(name.folder());
            throw e;
        }
        Optional<Pending> pending =
                signed.missed().map(why -> new Pending(request.profile().level(), why));
        return new Signed(
                request.documents().get(index).input(),
                placed.file(),
                Optional.of(name.candidate(1)).filter(first -> !first.equals(placed.file())),
                placed.sha256(),
                new Made(prepared.form(), signed.level(), prepared.field()),
                pending,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * What keeps the following documents from being signed as well. A service that fails where its level is required is such
     * a thing: the key would make signatures that are thrown away.
     */
    private static Optional<Problem> end(DocumentResult result) {
        if (!(result instanceof Failed failed)) {
            return Optional.empty();
        }
        return switch (failed.problem()) {
            case DocumentProblem _ -> Optional.empty();
            case CertificateProblem _,
                    InternalProblem _,
                    KeyProblem _,
                    ReaderProblem _,
                    LedgerProblem _,
                    ListProblem _,
                    PinProblem _,
                    RevocationProblem _,
                    ServiceProblem _,
                    SettingProblem _,
                    UsageProblem _ -> Optional.of(failed.problem());
        };
    }
}
