// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.keys.ExpiryNotices;
import cat.segell.app.keys.IssuerRoutes;
import cat.segell.app.keys.KeysAtHand;
import cat.segell.app.keys.LastSigner;
import cat.segell.app.keys.WaitWatch;
import cat.segell.app.keys.WatchedKeys;
import cat.segell.app.settings.RevocationQuestion;
import cat.segell.app.settings.Setting;
import cat.segell.batch.SignBatch;
import cat.segell.batch.journal.AskedServices;
import cat.segell.batch.journal.PendingJournal;
import cat.segell.batch.journal.SqliteJournal;
import cat.segell.batch.queue.QueueRun;
import cat.segell.card.CardCredentialSource;
import cat.segell.card.file.KeyFileSource;
import cat.segell.card.file.SystemKeySource;
import cat.segell.card.file.SystemStore;
import cat.segell.card.practice.PracticeAuthority;
import cat.segell.card.practice.PracticeCard;
import cat.segell.card.practice.PracticeTimestampAuthority;
import cat.segell.credential.CredentialSource;
import cat.segell.diagnosis.Diagnosis;
import cat.segell.notary.Registrar;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Extender;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.dss.FormatExtender;
import cat.segell.signature.dss.FormatSigner;
import cat.segell.text.Language;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.TrustStore;
import cat.segell.trust.revocation.RevocationCheck;
import cat.segell.validation.Revisions;
import cat.segell.validation.Validator;
import cat.segell.validation.dss.DssRevisions;
import cat.segell.validation.dss.DssValidator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the parts for one command or one window: the only place that knows which class stands behind a port. */
public final class Wiring implements AutoCloseable {

    /** How practice means are named in {@code --key}, {@code --tsa} and {@code --trust}. */
    public static final String PRACTICE = "practice:";

    private final Start start;
    private final PracticeAuthority practice;
    private final KnownDrivers drivers;
    private final CardWiring cards;
    private final TimestampWiring timestamps;
    private final RevocationWiring revocation;
    private final LedgerWiring ledger;
    private final ListWiring lists;

    public Wiring(Start start) {
        this.start = start;
        this.drivers = new KnownDrivers(start);
        this.cards = new CardWiring(start, drivers);
        this.practice = new PracticeAuthority(start.dirs().practice());
        this.timestamps = new TimestampWiring(
                practice, start.preferences().services(), start.preferences().proxies());
        this.revocation = new RevocationWiring(
                given -> anchors(given, false),
                start.preferences().proxies(),
                start.preferences().revocationLimit());
        this.ledger = new LedgerWiring(start.dirs());
        this.lists = new ListWiring(start);
    }

    /** The modules that are looked at, and the catalogue of cards that knows some of them. */
    public KnownDrivers drivers() {
        return drivers;
    }

    /** Cards, their readers and drivers. */
    public CardWiring cards() {
        return cards;
    }

    /** Every way to get at a key. */
    public CredentialSource credentials() {
        List<CredentialSource> sources = new ArrayList<>(List.of(cards.tokens()));
        sources.addAll(withoutDrivers());
        return new CardCredentialSource(sources);
    }

    /** Every key that is listed, and what is missing where there is none; drivers are looked at once. */
    public KeysAtHand keys(Language language) {
        return cards.keys(new CardCredentialSource(withoutDrivers()).list(), language);
    }

    private List<CredentialSource> withoutDrivers() {
        List<CredentialSource> sources = new ArrayList<>();
        SystemStore.ofThisSystem().map(SystemKeySource::new).ifPresent(sources::add);
        sources.add(new KeyFileSource());
        sources.add(practiceCard());
        return sources;
    }

    /** What stands between this person and a signature; drivers are looked at once, and no PIN is asked for. */
    public Diagnosis diagnosis(Language language) {
        return cards.diagnosis(new CardCredentialSource(withoutDrivers()).list(), lists::look, language);
    }

    public ExpiryNotices expiryNotices() {
        return new ExpiryNotices(start.dirs().notices(), Clock.system(ZoneId.systemDefault()));
    }

    /** Who signed last in the window. */
    public LastSigner lastSigner() {
        return new LastSigner(start.dirs().signer());
    }

    public IssuerRoutes issuerRoutes() {
        return new IssuerRoutes(drivers.catalogue().catalogue(), cards::readers);
    }

    public PracticeCard practiceCard() {
        return new PracticeCard(practice);
    }

    /** Time-stamp authorities by their addresses. */
    public TimestampWiring timestamps() {
        return timestamps;
    }

    /**
     * Who is asked for one batch.
     *
     * @param tsa addresses of time-stamp authorities, asked in this order
     * @param level that is wanted
     * @param trusted files and folders of this one command, of whose certificates evidence is gathered too
     * @param privateNetwork whether services may be loopback or private
     * @throws ProblemException {@code TSA-ADDRESS-INVALID}, or as {@link #anchors} where evidence is wanted
     */
    public SigningServices services(List<String> tsa, SignatureLevel level, List<Path> trusted, boolean privateNetwork)
            throws ProblemException {
        return new SigningServices(
                timestamps.of(tsa, privateNetwork),
                revocation.of(start.preferences().revocationBeforeSigning(), level, tsa, trusted, privateNetwork),
                level.holdsEvidence() ? Optional.of(extender(tsa, trusted, privateNetwork)) : Optional.empty(),
                new AskedServices(tsa, trusted, privateNetwork));
    }

    /**
     * Asks issuers now, whatever is set for signing, because the person wants it.
     *
     * @param privateNetwork whether their services may be on this machine or in a private network
     */
    public RevocationCheck revocation(boolean privateNetwork) {
        return revocation.of(RevocationQuestion.ALWAYS, SignatureLevel.B, List.of(), List.of(), privateNetwork);
    }

    public SignBatch signBatch(SigningServices services) {
        return signBatch(services, credentials(), services.timestamps(), services.extender());
    }

    /** The same, where somebody may have to end the wait for the key, for a time-stamp or for evidence. */
    public SignBatch signBatch(SigningServices services, WaitWatch wait) {
        return signBatch(
                services,
                new WatchedKeys(credentials(), wait),
                services.timestamps().stream()
                        .map(authority -> new WatchedTimestamps(authority, wait))
                        .toList(),
                services.extender().map(extender -> new WatchedExtender(extender, wait)));
    }

    private SignBatch signBatch(
            SigningServices services,
            CredentialSource keys,
            List<? extends TimestampAuthority> timestamps,
            Optional<? extends Extender> extender) {
        return new SignBatch(
                        keys,
                        new FormatSigner(timestamps, extender),
                        Optional.of(registrar()),
                        start.dirs().work())
                .asking(services.revocation())
                .sparing(validator())
                .keeping(journal().asking(services.named()));
    }

    /** With the practice card alone: also for the other invented employee, whom no list shows. */
    public SignBatch practiceBatch() {
        return new SignBatch(
                practiceCard(),
                new FormatSigner(List.of(new PracticeTimestampAuthority(practice)), Optional.empty()),
                Optional.empty(),
                start.dirs().work());
    }

    /** The batches of this home. */
    public SqliteJournal journal() {
        return JournalWiring.of(start.dirs());
    }

    /** What signed files of this home still lack. */
    public PendingJournal pending() {
        return JournalWiring.pending(start.dirs());
    }

    /** Gets it. */
    public QueueRun queue() {
        return new QueueRun(
                pending(),
                new QueueWiring(this, start.preferences()),
                start.dirs().work(),
                InstantSource.system());
    }

    Registrar registrar() {
        return new Registrar(ledger.notary(), ledger.files());
    }

    /** Receipts and the ledger that gives them. */
    public LedgerWiring ledger() {
        return ledger;
    }

    /** The European trusted lists. */
    public ListWiring lists() {
        return lists;
    }

    /** What signatures signed. */
    public Revisions revisions() {
        return new DssRevisions();
    }

    /** Where private copies of documents lie while they are worked on. */
    public Path work() {
        return start.dirs().work();
    }

    /** Looks only at what is at hand. */
    public Validator validator() {
        return new DssValidator();
    }

    /**
     * Asks issuers too, unless it is set otherwise.
     *
     * @param privateNetwork whether their services may be on this machine or in a private network
     */
    public Validator onlineValidator(boolean privateNetwork) {
        return start.preferences().revocationWhenVerifying()
                ? new DssValidator(revocation.whenVerifying(privateNetwork))
                : validator();
    }

    /**
     * Raises levels: practice means too, of which nobody need be asked.
     *
     * @param tsa addresses of time-stamp authorities, asked in this order
     * @param trusted files and folders of this one command
     * @param privateNetwork whether services may be loopback or private
     * @throws ProblemException {@code TSA-ADDRESS-INVALID}, or as {@link #anchors}
     */
    public Extender extender(List<String> tsa, List<Path> trusted, boolean privateNetwork) throws ProblemException {
        return new FormatExtender(
                timestamps.of(tsa, privateNetwork),
                anchors(trusted, true),
                Optional.of(revocation.whenVerifying(privateNetwork)));
    }

    /**
     * What is believed here: the home's {@code trust} folder, what is set, what is given now, and the trusted lists where they are on. Where an administrator
     * has locked it, only that.
     *
     * @param given files and folders of this one command
     * @param withPractice whether the practice authority was named
     * @throws ProblemException {@code TRUST-UNREADABLE}, {@code SETTING-LOCKED} or {@code LIST-SIGNERS-BROKEN}
     */
    public TrustAnchors anchors(List<Path> given, boolean withPractice) throws ProblemException {
        for (Path place : given) {
            start.preferences().demandListed(Setting.TRUST, place);
        }
        List<Path> places = new ArrayList<>(given);
        places.addAll(start.preferences().trust());
        List<X509Certificate> certificates = new ArrayList<>(TrustStore.read(places));
        if (!start.preferences().isLocked(Setting.TRUST)
                && Files.isDirectory(start.dirs().trust())) {
            certificates.addAll(TrustStore.readFolder(start.dirs().trust()));
        }
        if (withPractice) {
            certificates.addAll(practice.anchors());
        }
        return new TrustAnchors(certificates, withPractice, lists.believed());
    }

    /** Ends the processes of card drivers, and connections. */
    @Override
    public void close() {
        lists.close();
        timestamps.close();
        revocation.close();
        cards.close();
    }
}
