// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.app.TriedDriver;
import cat.segell.app.keys.TokenNames;
import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchEvent;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.Journal;
import cat.segell.batch.Pause;
import cat.segell.batch.journal.AskedServices;
import cat.segell.batch.journal.BatchOrder;
import cat.segell.batch.journal.JournaledBatch;
import cat.segell.batch.journal.Resumption;
import cat.segell.card.admission.DriverFile;
import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Pin;
import cat.segell.credential.PinAttempts;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.PinUse;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.document.DigestAlgorithm;
import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.KeyProblem.DriverChanged;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.DriverMissing;
import cat.segell.problem.KeyProblem.TokenNotFound;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.RevocationProblem;
import cat.segell.problem.UsageProblem.BatchUnknown;
import cat.segell.signature.FieldAdmission;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.WaitingField;
import cat.segell.signature.visible.FieldChoice;
import cat.segell.trust.revocation.RevocationState;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A desk whose card has a PIN and three tries, and whose documents do as they were told. */
public final class PlayedDesk implements SignDesk {

    private char[] pin = {'1', '2', '3', '4'};

    private final List<SignerOption> signers = new ArrayList<>();
    private final List<SignerOption> inFiles = new ArrayList<>();
    private final List<HiddenSigner> hidden = new ArrayList<>();
    private final Map<Path, Problem> refused = new LinkedHashMap<>();
    private final Map<Path, Problem> failing = new LinkedHashMap<>();
    private final List<BatchRequest> requests = new ArrayList<>();
    private final Map<Path, Integer> signed = new LinkedHashMap<>();
    private final Map<Path, List<WaitingField>> waiting = new LinkedHashMap<>();
    private final Set<Path> leftAlone = new HashSet<>();
    private final Map<Path, Instant> signedAlready = new LinkedHashMap<>();
    private Optional<Problem> noTimestamp = Optional.empty();
    private Optional<Problem> noBatch = Optional.empty();
    private Optional<RevocationProblem> unchecked = Optional.empty();
    private Optional<Problem> noKeyFile = Optional.empty();
    private final BlockingQueue<Boolean> reader = new LinkedBlockingQueue<>();
    private boolean keypad;
    private Optional<Error> fault = Optional.empty();
    private int tries = 3;
    private boolean delivered;
    private Optional<SignerOption> last = Optional.empty();
    private TokenNames names = TokenNames.NOTHING;
    private Optional<DriverFile> driver = Optional.empty();
    private boolean accepted;
    private final List<StandingNotice> notices = new ArrayList<>();
    private final List<StandingNotice> seen = new ArrayList<>();
    private final Map<Problem, List<String>> unread = new LinkedHashMap<>();
    private Optional<TriedDriver> driverFile = Optional.empty();
    private final List<SignerOption> behindIt = new ArrayList<>();
    private final List<Path> added = new ArrayList<>();
    private Optional<Problem> noDriver = Optional.empty();
    private final PlayedPins pins = new PlayedPins(this);
    private boolean practising;
    private PinUse use = PinUse.LOGIN;
    private boolean told = true;
    private int pinsSeen;
    private int looks;
    private final List<PlayedBatch> broken = new ArrayList<>();
    private final Map<Integer, Problem> breaks = new LinkedHashMap<>();
    private Consumer<Integer> pace = _ -> {};

    public PlayedDesk with(SignerOption... options) {
        signers.addAll(List.of(options));
        return this;
    }

    /** Lies beside the keys and is good for nothing here. */
    public PlayedDesk hiding(HiddenSigner... found) {
        hidden.addAll(List.of(found));
        return this;
    }

    public void clearSigners() {
        signers.clear();
    }

    /** This file can't be signed, and that is seen at once. */
    public PlayedDesk refusing(String name, Problem problem) {
        refused.put(Path.of(name), problem);
        return this;
    }

    /** This file's signing fails. */
    public PlayedDesk failing(String name, Problem problem) {
        failing.put(Path.of(name), problem);
        return this;
    }

    /** This file carries signatures already. */
    public PlayedDesk carrying(String name, int signatures) {
        signed.put(Path.of(name), signatures);
        return this;
    }

    /** This file has fields that wait. */
    public PlayedDesk waiting(String name, String... fields) {
        waiting.put(
                Path.of(name),
                Stream.of(fields)
                        .map(field -> new WaitingField(field, List.of(field), FieldAdmission.ANYBODY))
                        .toList());
        return this;
    }

    /** This file was written by Segell, and is left alone the first time it is found. */
    public PlayedDesk leavingAlone(String name) {
        leftAlone.add(Path.of(name));
        return this;
    }

    /** This file carries a signature of whoever signs. */
    public PlayedDesk signedAlready(String name, Instant signedAt) {
        signedAlready.put(Path.of(name), signedAt);
        return this;
    }

    /** No authority answers: what is signed stays at level B. */
    public PlayedDesk withoutTimestamps(Problem why) {
        noTimestamp = Optional.of(why);
        return this;
    }

    /** Nothing can be signed, whichever the document, and that is seen before the PIN is asked for. */
    public PlayedDesk signingNothing(Problem why) {
        noBatch = Optional.of(why);
        return this;
    }

    /** The issuer can't be asked whether the certificate was revoked. */
    public PlayedDesk unchecked(RevocationProblem why) {
        unchecked = Optional.of(why);
        return this;
    }

    /** Reading ends after the first document, and looking for signers at once, as no one expected. */
    public PlayedDesk breaking(Error how) {
        fault = Optional.of(how);
        return this;
    }

    private void breakIfTold() {
        fault.ifPresent(how -> {
            throw how;
        });
    }

    public void heal() {
        fault = Optional.empty();
        failing.clear();
        noBatch = Optional.empty();
    }

    public PlayedDesk tries(int left) {
        tries = left;
        return this;
    }

    /** The PIN is typed on the reader, which waits for {@link #typeOnReader} or for the person to cancel. */
    public PlayedDesk withKeypad() {
        keypad = true;
        return this;
    }

    /** How often the card wants its PIN. */
    public PlayedDesk wanting(PinUse how) {
        use = how;
        return this;
    }

    /** Tells it only once the PIN was entered, as drivers do. */
    public PlayedDesk wantingLate(PinUse how) {
        told = false;
        return wanting(how);
    }

    public void typeOnReader() {
        reader.add(true);
    }

    /** The key breaks at this document of each batch. */
    public PlayedDesk breakingAt(int index, Problem why) {
        breaks.put(index, why);
        return this;
    }

    /** @param pace told the index of each document before it is signed */
    public PlayedDesk pace(Consumer<Integer> pace) {
        this.pace = pace;
        return this;
    }

    public List<BatchRequest> requests() {
        return requests;
    }

    /** How often a PIN reached the card. */
    public int pinsSeen() {
        return pinsSeen;
    }

    @Override
    public void find(List<Path> named, Consumer<FoundDocument> each) {
        named.stream()
                .map(path -> leftAlone.remove(path)
                        ? FoundDocument.signedBefore(BatchDocument.of(path))
                        : new FoundDocument(
                                BatchDocument.of(path),
                                124_000 + 17_000L * path.toString().length(),
                                OptionalInt.of(1 + path.toString().length() % 5),
                                signed.getOrDefault(path, 0),
                                waiting.getOrDefault(path, List.of()),
                                Optional.ofNullable(refused.get(path)),
                                false))
                .forEach(found -> {
                    each.accept(found);
                    breakIfTold();
                });
    }

    /** How often somebody looked for signers. */
    public int looks() {
        return looks;
    }

    @Override
    public SignerList signers() {
        looks++;
        breakIfTold();
        Stream<SignerOption> all =
                Stream.concat(signers.stream(), practising ? Stream.of(People.practising()) : Stream.empty());
        return new SignerList(
                all.map(this::asItIs).toList(),
                hidden,
                driver.filter(_ -> !accepted)
                        .map(file -> List.<Problem>of(new DriverChanged(file.named())))
                        .orElseGet(() -> List.copyOf(unread.keySet())),
                problem -> unread.getOrDefault(problem, List.of()),
                names,
                last,
                taken());
    }

    /** What tokens are called. */
    public PlayedDesk names(TokenNames known) {
        names = known;
        return this;
    }

    /** A card that isn't read, and what is to be known of it. */
    public PlayedDesk unread(Problem why, String... advice) {
        unread.put(why, List.of(advice));
        return this;
    }

    /** Told with the next look. */
    public PlayedDesk noticing(Problem notice, String... advice) {
        notices.add(new StandingNotice(notice, List.of(advice)));
        return this;
    }

    @Override
    public void told(StandingNotice notice) {
        seen.add(notice);
    }

    /** What the person had before their eyes, in this order, as often as it was. */
    public List<StandingNotice> told() {
        return List.copyOf(seen);
    }

    /** The same of a certificate that is about to expire. */
    public PlayedDesk noticing(CertExpiresSoon soon, CertificateFacts certificate) {
        notices.add(new StandingNotice(soon, List.of(), Optional.of(certificate.sha256())));
        return this;
    }

    private List<StandingNotice> taken() {
        List<StandingNotice> taken = List.copyOf(notices);
        notices.clear();
        return taken;
    }

    /** Who signed the last time that this window was open. */
    public PlayedDesk lastSigner(SignerOption who) {
        last = Optional.of(who);
        return this;
    }

    /** A driver that isn't what it was, until the person accepts it. */
    public PlayedDesk changedDriver(DriverFile file) {
        driver = Optional.of(file);
        return this;
    }

    public boolean driverAccepted() {
        return accepted;
    }

    @Override
    public DriverFile driver(Path module) throws ProblemException {
        return driver.filter(file -> file.named().equals(module))
                .orElseThrow(() -> new ProblemException(new DriverMissing(module)));
    }

    @Override
    public void acceptDriver(DriverFile shown) throws ProblemException {
        if (!driver.equals(Optional.of(shown))) {
            throw new ProblemException(new DriverChanged(shown.named()));
        }
        accepted = true;
    }

    /**
     * A file that is a driver, with a card that nothing else reads.
     *
     * @param onItsCard seen once it is added
     */
    public PlayedDesk driverFile(TriedDriver file, SignerOption... onItsCard) {
        driverFile = Optional.of(file);
        behindIt.addAll(List.of(onItsCard));
        return this;
    }

    /** Any file that the person points at is none. */
    public PlayedDesk refusingDrivers(Problem why) {
        noDriver = Optional.of(why);
        return this;
    }

    @Override
    public TriedDriver tryDriver(Path module) throws ProblemException {
        if (noDriver.isPresent()) {
            throw new ProblemException(noDriver.get());
        }
        boolean changed = driver.filter(file -> file.named().equals(module)).isPresent() && !accepted;
        if (changed) {
            throw new ProblemException(new DriverChanged(module));
        }
        return driverFile
                .filter(tried -> tried.file().named().equals(module))
                .orElseThrow(() -> new ProblemException(new DriverInvalid(module)));
    }

    @Override
    public void addDriver(TriedDriver tried) throws ProblemException {
        if (!driverFile.equals(Optional.of(tried))) {
            throw new ProblemException(new DriverChanged(tried.file().named()));
        }
        signers.addAll(behindIt);
        behindIt.clear();
        added.add(tried.file().named());
    }

    public List<Path> driversAdded() {
        return added;
    }

    /** A locked card says so when it is looked at. */
    private SignerOption asItIs(SignerOption option) {
        SignerOption here = keypad && option.real() ? People.onKeypad(option) : option;
        return tries == 0 ? People.locked(here) : here;
    }

    /** Every key file holds these, behind the password that is the played card's PIN. */
    public PlayedDesk inKeyFiles(SignerOption... options) {
        inFiles.addAll(List.of(options));
        return this;
    }

    /** No key file can be read. */
    public PlayedDesk refusingKeyFiles(Problem why) {
        noKeyFile = Optional.of(why);
        return this;
    }

    @Override
    public List<SignerOption> inKeyFile(Path file, PinEntry entry) throws ProblemException {
        if (noKeyFile.isPresent()) {
            throw new ProblemException(noKeyFile.get());
        }
        String name = String.valueOf(file.getFileName());
        Token token = new Token(name, "0f", PinState.READY, PinTries.ENOUGH).in(new TokenPlace.KeyFile());
        try (Pin password = entry.ask(new PinRequest(token, Optional.empty()))) {
            if (!Arrays.equals(password.characters(), pin)) {
                throw new ProblemException(new PinProblem.PasswordWrong(file));
            }
            return inFiles.stream().map(option -> People.at(option, token)).toList();
        }
    }

    @Override
    public SignerOption practice() {
        breakIfTold();
        practising = true;
        return asItIs(People.practising());
    }

    @Override
    public SignerOption unlockPractice() {
        tries = 3;
        return practice();
    }

    @Override
    public void allowPrivateNetwork() {
        heal();
    }

    @Override
    public void sign(
            BatchRequest request, PinEntry entry, Pause pause, BooleanSupplier stop, Consumer<BatchEvent> events)
            throws ProblemException {
        requests.add(request);
        if (noBatch.isPresent()) {
            throw new ProblemException(noBatch.get());
        }
        events.accept(new BatchEvent.Checked(
                unchecked.<RevocationState>map(NotKnown::new).orElseGet(NotAsked::new)));
        List<Optional<DocumentResult>> before =
                request.documents().stream().map(each -> before(request, each)).toList();
        if (before.stream().anyMatch(Optional::isEmpty)) {
            open(request, entry);
            told = true;
        }
        events.accept(new BatchEvent.Opened(use));
        for (int i = 0; i < before.size(); i++) {
            Path input = request.documents().get(i).input();
            if (before.get(i).isPresent()) {
                end(i, before.get(i).orElseThrow(), events);
                continue;
            }
            if (stop.getAsBoolean()) {
                end(i, new DocumentResult.Failed(input, new DocumentProblem.SigningStopped(input)), events);
            } else {
                if (gone(i).isPresent() && !isBack(request, entry, pause, gone(i).get())) {
                    endRest(i, request, gone(i).get(), events);
                    return;
                }
                events.accept(new BatchEvent.Signing(i));
                if ((i > 0 || keypad) && use == PinUse.EACH_SIGNATURE) {
                    PinAttempts.with(entry, () -> {
                        open(request, entry);
                        return request;
                    });
                }
                pace.accept(i);
                end(i, result(request, input), events);
            }
        }
    }

    private Optional<Problem> gone(int index) {
        return Optional.ofNullable(breaks.get(index));
    }

    /** As a real key does: whatever they put right, it wants its PIN anew. */
    private boolean isBack(BatchRequest request, PinEntry entry, Pause pause, Problem why) throws ProblemException {
        boolean back = pause.goesOn(why);
        if (back) {
            PinAttempts.with(entry, () -> {
                open(request, entry);
                return request;
            });
        }
        return back;
    }

    private static void endRest(int from, BatchRequest request, Problem why, Consumer<BatchEvent> events) {
        for (int i = from; i < request.documents().size(); i++) {
            end(i, new DocumentResult.Failed(request.documents().get(i).input(), why), events);
        }
    }

    /** A batch of these documents, of which the last ones are left. */
    public PlayedDesk broken(Instant created, int signed, String... documents) {
        broken.add(new PlayedBatch(String.valueOf(broken.size()), created, signed, List.of(documents)));
        return this;
    }

    private record PlayedBatch(String id, Instant created, int signed, List<String> documents) {

        BrokenOff shown() {
            return new BrokenOff(id, created, documents.size(), documents.size() - signed, false);
        }

        TakenUp takenUp(SignerOption signer) {
            BatchOrder order = new BatchOrder(
                    signer.credential().key(),
                    signer.credential().id().certificateSha256(),
                    SignatureProfile.pades(SignatureLevel.T),
                    Optional.empty(),
                    false,
                    false,
                    AskedServices.NONE);
            List<BatchDocument> left = documents.stream()
                    .skip(signed)
                    .map(name -> BatchDocument.of(Path.of(name)))
                    .toList();
            return new TakenUp(
                    new Resumption(new JournaledBatch(id, created, true, order, List.of()), left, Journal.unkept()),
                    signer,
                    left.stream()
                            .map(document -> new FoundDocument(
                                    document, 124_000, OptionalInt.of(1), 0, List.of(), Optional.empty(), false))
                            .toList());
        }
    }

    @Override
    public List<BrokenOff> brokenOff() {
        return broken.stream().map(PlayedBatch::shown).toList();
    }

    @Override
    public TakenUp takeUp(String batch, PinEntry entry) throws ProblemException {
        if (signers.isEmpty()) {
            throw new ProblemException(new TokenNotFound("T-CAT", List.of()));
        }
        return broken(batch).takenUp(signers.getFirst());
    }

    private PlayedBatch broken(String batch) throws ProblemException {
        return broken.stream()
                .filter(each -> each.id().equals(batch))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new BatchUnknown(batch)));
    }

    @Override
    public void signRest(TakenUp rest, PinEntry entry, Pause pause, BooleanSupplier stop, Consumer<BatchEvent> events)
            throws ProblemException {
        sign(rest.request(), entry, pause, stop, events);
        forget(rest.resumption().batch().id());
    }

    @Override
    public void forget(String batch) throws ProblemException {
        broken.remove(broken(batch));
    }

    /** What is found of a document before it needs the key. */
    private Optional<DocumentResult> before(BatchRequest request, BatchDocument document) {
        String holder =
                CertificateReader.read(request.credential().certificate()).holder();
        return Optional.ofNullable(signedAlready.get(document.input()))
                .filter(_ -> !document.again())
                .map(when -> new DocumentResult.Skipped(
                        document.input(),
                        Optional.of(new DocumentProblem.SignedByHolder(document.input(), holder, Optional.of(when)))));
    }

    private static void end(int index, DocumentResult result, Consumer<BatchEvent> events) {
        events.accept(new BatchEvent.Ended(index, result));
    }

    private void open(BatchRequest request, PinEntry entry) throws ProblemException {
        Token known = request.credential().token();
        if (tries == 0) {
            throw new ProblemException(known.locked());
        }
        if (delivered) {
            throw new ProblemException(new PinProblem.PinToBeChanged(known.label()));
        }
        PinState state = state();
        boolean file = known.place() instanceof TokenPlace.KeyFile;
        Token token = file
                ? known
                : new Token(known.label(), known.serial(), state, PinTries.counted(tries, 3), keypad, known.place());
        PinRequest asked = new PinRequest(token, Optional.of(request.credential()), told ? use : PinUse.UNKNOWN);
        if (keypad) {
            waitForReader(asked, entry);
            return;
        }
        try (Pin entered = entry.ask(asked)) {
            pinsSeen++;
            if (!Arrays.equals(entered.characters(), pin)) {
                tries--;
                throw new ProblemException(
                        tries == 0 ? known.locked() : new PinProblem.PinWrong(known.label(), OptionalInt.of(tries)));
            }
            tries = 3;
        }
        entry.accepted(token);
    }

    /** What the card says of its PIN now. */
    PinState state() {
        if (tries == 0) {
            return PinState.LOCKED;
        }
        return delivered ? PinState.TO_BE_CHANGED : PinState.READY;
    }

    int triesLeft() {
        return tries;
    }

    boolean hasKeypad() {
        return keypad;
    }

    /** One try less, unless it is the card's PIN. */
    boolean takes(Pin entered) {
        boolean right = Arrays.equals(entered.characters(), pin);
        tries = right ? 3 : tries - 1;
        return right;
    }

    void changeTo(Pin fresh) {
        pin = fresh.characters();
        tries = 3;
        delivered = false;
    }

    /** Still with the PIN that the card was delivered with. */
    public PlayedDesk delivered() {
        delivered = true;
        return this;
    }

    @Override
    public PlayedPins pins() {
        return pins;
    }

    private void waitForReader(PinRequest asked, PinEntry entry) throws ProblemException {
        try (PinEntry.Waiting _ = entry.onReader(asked, () -> reader.add(false))) {
            if (!reader.take()) {
                throw new ProblemException(new PinProblem.PinCancelled());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new PinProblem.PinCancelled(), closing);
        }
    }

    private DocumentResult result(BatchRequest request, Path input) {
        Problem problem = failing.get(input);
        return problem != null
                ? new DocumentResult.Failed(input, problem)
                : new DocumentResult.Signed(
                        input,
                        Path.of(input.toString().replace(".pdf", "-signed.pdf")),
                        Optional.empty(),
                        DigestAlgorithm.SHA256.of(input.toString().getBytes(StandardCharsets.UTF_8)),
                        new DocumentResult.Made(
                                SignatureForm.PADES,
                                noTimestamp.isPresent()
                                        ? SignatureLevel.B
                                        : request.profile().level(),
                                FieldChoice.of(
                                                waiting.getOrDefault(input, List.of()),
                                                request.credential(),
                                                request.profile())
                                        .taken()),
                        noTimestamp.map(why ->
                                new DocumentResult.Pending(request.profile().level(), why)),
                        Optional.empty(),
                        Optional.empty());
    }
}
