// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.document.DocumentFile;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.problem.DocumentProblem.DocumentChanged;
import cat.segell.problem.DocumentProblem.SignedByHolder;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.Signer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that can be done with a document of a batch, and found out about its place, before its key is used. */
final class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final BatchRequest request;
    private final Signer signer;
    private final DuplicateGuard duplicates;
    private final Path home;
    private final Set<Path> writable = ConcurrentHashMap.newKeySet();

    /** @param home where private copies are kept while they are needed */
    Preparation(BatchRequest request, Signer signer, DuplicateGuard duplicates, Path home) {
        this.request = request;
        this.signer = signer;
        this.duplicates = duplicates;
        this.home = home;
    }

    /** Of a folder into which something couldn't be put: the next document for it finds out again. */
    void doubt(Path folder) {
        writable.remove(folder);
    }

    /** Bad luck is told in what comes of it. */
    Prepared of(int index) {
        BatchDocument document = request.documents().get(index);
        try {
            return prepare(document, WorkFolder.create(home));
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return new Prepared.Over(new Failed(document.input(), e.problem()));
        }
    }

    private Prepared prepare(BatchDocument document, WorkFolder work) throws ProblemException {
        Optional<Prepared> kept = Optional.empty();
        try {
            Prepared prepared = prepare(document, document.read(work), work);
            kept = Optional.of(prepared).filter(Prepared.Ready.class::isInstance);
            return prepared;
        } finally {
            if (kept.isEmpty()) {
                work.close();
            }
        }
    }

    private Prepared prepare(BatchDocument document, DocumentFile file, WorkFolder work) throws ProblemException {
        guardShown(document, file);
        PreparedDocument prepared = signer.prepare(file, request.credential(), request.profile());
        Optional<SignedByHolder> before =
                document.again() ? Optional.empty() : duplicates.check(prepared, request.credential());
        if (before.isPresent()) {
            return new Prepared.Over(new Skipped(document.input(), before));
        }
        OutputName place = place(document, prepared);
        guardPlace(place, Signer.room(prepared));
        return new Prepared.Ready(work, file, prepared, place);
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
}
