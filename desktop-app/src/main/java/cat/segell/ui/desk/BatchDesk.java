// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.app.KnownDrivers;
import cat.segell.app.keys.IssuerRoutes;
import cat.segell.app.keys.LastSigner;
import cat.segell.app.keys.ListedKey;
import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchEvent;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.BatchResult;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentScan;
import cat.segell.batch.SignBatch;
import cat.segell.card.admission.DriverFile;
import cat.segell.card.catalogue.Route;
import cat.segell.card.practice.PracticeCard;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.Renewal;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.Listing;
import cat.segell.credential.PinEntry;
import cat.segell.credential.TokenPlace;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.credential.reference.KeyReference.KeyFile;
import cat.segell.credential.reference.KeyReference.PracticeKey;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.signature.dss.PdfInspection;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The Sign screen's desk over the real parts. */
public final class BatchDesk implements SignDesk {

    /** The batch that signs with real or with practice means; settings may be such that there is none. */
    public interface Batches {
        SignBatch of(boolean practice) throws ProblemException;

        /** From now on authorities may be in a private network. */
        void allowPrivateNetwork();

        /** Whether an authority is set for real signatures; practice has its own. */
        boolean timestamps();
    }

    public record Keys(CredentialSource all, PracticeCard practice) {}

    /**
     * What is known of the keys' cards, and can be done about them.
     *
     * @param routes of their issuers
     * @param last who signed with one of them
     */
    public record Cards(IssuerRoutes routes, PinChange pins, KnownDrivers drivers, LastSigner last) {}

    private final Keys keys;
    private final Cards cards;
    private final Batches batches;
    private final Path home;
    private final InstantSource clock;

    /** @param home where private copies are kept while they are needed */
    public BatchDesk(Keys keys, Cards cards, Batches batches, Path home, InstantSource clock) {
        this.keys = keys;
        this.cards = cards;
        this.batches = batches;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public void find(List<Path> named, Consumer<FoundDocument> each) {
        DocumentScan scan =
                DocumentScan.of(named.stream().map(Path::toAbsolutePath).toList());
        scan.documents().forEach(document -> each.accept(inspected(document)));
        for (DocumentResult left : scan.leftOut()) {
            BatchDocument document = BatchDocument.of(left.input());
            each.accept(
                    left instanceof DocumentResult.Failed(Path _, Problem problem)
                            ? FoundDocument.refused(document, problem)
                            : FoundDocument.signedBefore(document));
        }
    }

    private FoundDocument inspected(BatchDocument document) {
        try (WorkFolder work = WorkFolder.create(home);
                DocumentFile file = DocumentFile.read(document.input(), work)) {
            PdfInspection pdf = PdfInspection.of(file);
            return new FoundDocument(
                    document.showing(file.sha256()),
                    file.size(),
                    OptionalInt.of(pdf.pages()),
                    pdf.signatures(),
                    Optional.empty(),
                    false);
        } catch (ProblemException e) {
            return FoundDocument.refused(document, e.problem());
        }
    }

    @Override
    public SignerList signers() {
        Listing listing = keys.all().list();
        List<SignerOption> options = options(listing.credentials());
        return new SignerList(
                options, listing.hidden().stream().map(HiddenSigner::of).toList(), listing.problems(), last(options));
    }

    /** The very certificate, else the newest that came in its place while nobody looked. */
    private Optional<SignerOption> last(List<SignerOption> options) {
        return cards.last()
                .read()
                .flatMap(mark -> options.stream()
                        .filter(option -> mark.is(option.facts()))
                        .findFirst()
                        .or(() -> options.stream()
                                .filter(option -> mark.isOfTheSame(option.facts()))
                                .max(Comparator.comparing(
                                        option -> option.facts().notBefore()))));
    }

    @Override
    public List<SignerOption> inKeyFile(Path file, PinEntry entry) throws ProblemException {
        return options(keys.all().find(new KeyFile(file, Optional.empty()), entry));
    }

    @Override
    public SignerOption practice() throws ProblemException {
        // The certificates of the practice card can be read without its PIN.
        List<Credential> found = keys.practice().find(new PracticeKey(), request -> {
            throw new IllegalStateException("the practice card is found without a PIN");
        });
        return options(found).getFirst();
    }

    @Override
    public SignerOption unlockPractice() throws ProblemException {
        keys.practice().reset();
        return practice();
    }

    private List<SignerOption> options(List<Credential> found) {
        return ListedKey.of(found, clock.instant(), false).stream()
                .map(key -> new SignerOption(
                        key.credential(),
                        key.facts(),
                        key.unfit(),
                        key.credential().practice() || batches.timestamps(),
                        ways(key)))
                .toList();
    }

    private IssuersWays ways(ListedKey key) {
        X509Certificate certificate = key.credential().certificate();
        boolean time = !key.credential().practice() && Renewal.due(key.facts(), clock.instant());
        Optional<Route> renewal = time ? Optional.of(cards.routes().renewal(certificate)) : Optional.empty();
        return new IssuersWays(
                renewal, cards.routes().unblocking(certificate), cards.routes().changingPin(certificate));
    }

    @Override
    public PinChange pins() {
        return cards.pins();
    }

    @Override
    public void allowPrivateNetwork() {
        batches.allowPrivateNetwork();
    }

    @Override
    public void sign(BatchRequest request, PinEntry entry, BooleanSupplier stop, Consumer<BatchEvent> events)
            throws ProblemException {
        SignBatch batch = batches.of(request.credential().practice());
        HeldEvents held = new HeldEvents(events);
        BatchResult result = batch.run(request, entry, held, stop);
        Optional<Problem> refusal = held.opened() ? Optional.empty() : refusal(result);
        if (refusal.isPresent()) {
            throw new ProblemException(refusal.get());
        }
        held.open();
        remember(request.credential());
        tellReceipts(result, events);
    }

    /** Practice never comes up by itself, and key files are opened anew each time. */
    private void remember(Credential credential) {
        if (!credential.practice() && !(credential.token().place() instanceof TokenPlace.KeyFile)) {
            cards.last().signed(CertificateReader.read(credential.certificate()));
        }
    }

    @Override
    public DriverFile driver(Path module) throws ProblemException {
        return cards.drivers().driver(module);
    }

    @Override
    public void acceptDriver(DriverFile shown) throws ProblemException {
        cards.drivers().acceptDriver(shown);
    }

    /** Why the key was not opened: a document's own problem is no reason, a folder that takes none of them is. */
    private static Optional<Problem> refusal(BatchResult result) {
        List<Problem> problems = result.documents().stream()
                .filter(DocumentResult.Failed.class::isInstance)
                .map(failed -> ((DocumentResult.Failed) failed).problem())
                .toList();
        boolean one = problems.size() == result.documents().size()
                && problems.stream().distinct().count() == 1;
        return problems.stream()
                .filter(problem -> !(problem instanceof DocumentProblem) || (one && ofThePlace(problem)))
                .findFirst();
    }

    private static boolean ofThePlace(Problem problem) {
        return problem instanceof DocumentProblem.OutputUnwritable
                || problem instanceof DocumentProblem.OutputNotFolder
                || problem instanceof DocumentProblem.DiskFull;
    }

    /** Receipts are made after all documents are signed, and are in the result alone. */
    private static void tellReceipts(BatchResult result, Consumer<BatchEvent> events) {
        for (int index = 0; index < result.documents().size(); index++) {
            if (result.documents().get(index) instanceof DocumentResult.Signed signed
                    && (signed.receipt().isPresent() || signed.notRecorded().isPresent())) {
                events.accept(new BatchEvent.Ended(index, signed));
            }
        }
    }
}
