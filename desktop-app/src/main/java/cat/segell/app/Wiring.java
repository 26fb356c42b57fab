// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.keys.ExpiryNotices;
import cat.segell.app.keys.IssuerRoutes;
import cat.segell.app.keys.KeysProbe;
import cat.segell.app.keys.LastSigner;
import cat.segell.app.keys.WhyNoKey;
import cat.segell.app.settings.Setting;
import cat.segell.batch.SignBatch;
import cat.segell.card.CardCredentialSource;
import cat.segell.card.CardsAtHand;
import cat.segell.card.CardsProbe;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.file.KeyFileSource;
import cat.segell.card.file.SystemKeySource;
import cat.segell.card.file.SystemStore;
import cat.segell.card.pcsc.Pcsc;
import cat.segell.card.pcsc.PcscNative;
import cat.segell.card.pcsc.ReaderWatch;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.pcsc.ServiceSocket;
import cat.segell.card.pinchange.Pkcs11PinChange;
import cat.segell.card.pkcs11.Pkcs11Source;
import cat.segell.card.practice.PracticeAuthority;
import cat.segell.card.practice.PracticeCard;
import cat.segell.card.practice.PracticeTimestampAuthority;
import cat.segell.card.token.SeenOnce;
import cat.segell.credential.CredentialSource;
import cat.segell.credential.Listing;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.diagnosis.Diagnosis;
import cat.segell.diagnosis.Fact.TokenSeen;
import cat.segell.notary.ReceiptFiles;
import cat.segell.notary.Registrar;
import cat.segell.notary.log.EmbeddedNotary;
import cat.segell.notary.note.LogVerifierKey;
import cat.segell.notary.proof.ReceiptVerifier;
import cat.segell.problem.KeyProblem.KeyNone;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.dss.PadesSigner;
import cat.segell.text.Language;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.TrustStore;
import cat.segell.validation.Validator;
import cat.segell.validation.dss.DssValidator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the parts for one command or one window: the only place that knows which class stands behind a port. */
public final class Wiring implements AutoCloseable {

    /** How practice means are named in {@code --key}, {@code --tsa} and {@code --trust}. */
    public static final String PRACTICE = "practice:";

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private final Start start;
    private final PracticeAuthority practice;
    private final KnownDrivers drivers;
    private final Pkcs11Source tokens;
    private final TimestampWiring timestamps;
    private final RevocationWiring revocation;

    public Wiring(Start start) {
        this.start = start;
        this.drivers = new KnownDrivers(start);
        this.tokens = new Pkcs11Source(drivers::modules, drivers.setup());
        this.practice = new PracticeAuthority(start.dirs().practice());
        this.timestamps = new TimestampWiring(practice);
        this.revocation = new RevocationWiring(() -> anchors(List.of(), false));
    }

    /** The modules that are looked at, and the catalogue of cards that knows some of them. */
    public KnownDrivers drivers() {
        return drivers;
    }

    /** Every way to get at a key. */
    public CredentialSource credentials() {
        List<CredentialSource> sources = new ArrayList<>(List.of(tokens));
        sources.addAll(withoutDrivers());
        return new CardCredentialSource(sources);
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
        Clock clock = Clock.systemUTC();
        Catalogue catalogue = drivers.catalogue().catalogue();
        Pkcs11Source.Survey survey = tokens.survey();
        Listing others = new CardCredentialSource(withoutDrivers()).list();
        Listing all = SeenOnce.of(List.of(survey.listing(), others));
        List<Problem> unseen = new ArrayList<>(others.problems());
        unseen.addAll(tokens.takeNotices());
        CardsAtHand cards = new CardsAtHand(readers(), survey.drivers());
        return new Diagnosis(
                List.of(
                        new CardsProbe(cards, catalogue, language),
                        new KeysProbe(all, unseen, new IssuerRoutes(catalogue), language, clock.instant())),
                clock);
    }

    /** Other PINs for cards. */
    public PinChange pinChange() {
        return new Pkcs11PinChange(drivers::modules, drivers.setup());
    }

    /** Readers, cards and drivers as they are now. */
    public CardsAtHand cards() {
        return cards(Optional.empty());
    }

    /** @param named the one driver to ask, whether it is known or not */
    private CardsAtHand cards(Optional<Path> named) {
        return new CardsAtHand(readers(), tokens.drivers(named));
    }

    /** Readers as they are now. */
    public ReadersSnapshot readers() {
        return ReaderWatch.look(pcsc());
    }

    /**
     * Tokens as they are now, with what their issuers say of their PINs.
     *
     * @param named the one driver to ask, whether it is known or not
     */
    public List<TokenSeen> tokens(Optional<Path> named, Language language) {
        return new CardsProbe(cards(named), drivers.catalogue().catalogue(), language)
                .look().stream()
                        .filter(TokenSeen.class::isInstance)
                        .map(TokenSeen.class::cast)
                        .toList();
    }

    /** Looks for what is missing where no key is found. */
    public KeyNone whyNoKey() {
        return WhyNoKey.of(cards());
    }

    /** PC/SC of this system. */
    public Pcsc pcsc() {
        return ServiceSocket.of(start.environment())
                .explaining(new PcscNative(start.dirs().natives()));
    }

    public ExpiryNotices expiryNotices() {
        return new ExpiryNotices(start.dirs().notices(), Clock.system(ZoneId.systemDefault()));
    }

    /** Who signed last in the window. */
    public LastSigner lastSigner() {
        return new LastSigner(start.dirs().signer());
    }

    public IssuerRoutes issuerRoutes() {
        return new IssuerRoutes(drivers.catalogue().catalogue());
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
     * @param privateNetwork whether services may be loopback or private
     * @throws ProblemException {@code TSA-ADDRESS-INVALID}
     */
    public SigningServices services(List<String> tsa, SignatureLevel level, boolean privateNetwork)
            throws ProblemException {
        return new SigningServices(
                timestamps.of(tsa, privateNetwork),
                revocation.of(start.preferences().revocationBeforeSigning(), level, tsa, privateNetwork));
    }

    public SignBatch signBatch(SigningServices services) {
        return new SignBatch(
                        credentials(),
                        new PadesSigner(services.timestamps()),
                        Optional.of(new Registrar(notary(), receiptFiles())),
                        start.dirs().work())
                .asking(services.revocation());
    }

    /** With the practice card alone: also for the other invented employee, whom no list shows. */
    public SignBatch practiceBatch() {
        return new SignBatch(
                practiceCard(),
                new PadesSigner(List.of(new PracticeTimestampAuthority(practice))),
                Optional.empty(),
                start.dirs().work());
    }

    public Validator validator() {
        return new DssValidator();
    }

    /** The ledger of this home. */
    public EmbeddedNotary notary() {
        return new EmbeddedNotary(start.dirs().ledger());
    }

    /** Lays receipts beside their documents. */
    public ReceiptFiles receiptFiles() {
        return new ReceiptFiles(start.dirs().receipts());
    }

    /**
     * Checks receipts with the key of this home's ledger, or with those that are given.
     *
     * @param given verifier keys; where there are none this home's own log is believed
     * @throws ProblemException {@code LOG-KEY-INVALID}, or that this home's log is damaged
     */
    public ReceiptVerifier receipts(List<String> given) throws ProblemException {
        List<LogVerifierKey> keys = new ArrayList<>();
        for (String vkey : given) {
            keys.add(LogVerifierKey.parse(vkey));
        }
        if (given.isEmpty()) {
            notary().verifierKey().ifPresent(keys::add);
            return new ReceiptVerifier(keys, keys.stream().findFirst());
        }
        return new ReceiptVerifier(keys, ownLog());
    }

    /** Nothing where it is damaged: with keys that are given it isn't needed. */
    private Optional<LogVerifierKey> ownLog() {
        try {
            return notary().verifierKey();
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return Optional.empty();
        }
    }

    /**
     * What is believed here: the home's {@code trust} folder, what is set, and what is given now. Where an administrator
     * has locked it, only that.
     *
     * @param given files and folders of this one command
     * @param withPractice whether the practice authority was named
     * @throws ProblemException {@code TRUST-UNREADABLE} or {@code SETTING-LOCKED}
     */
    public TrustAnchors anchors(List<Path> given, boolean withPractice) throws ProblemException {
        for (Path place : given) {
            start.preferences().demandListed(Setting.TRUST, place);
        }
        List<Path> places = new ArrayList<>(given);
        places.addAll(start.preferences().trust());
        if (!start.preferences().isLocked(Setting.TRUST)
                && Files.isDirectory(start.dirs().trust())) {
            places.add(start.dirs().trust());
        }
        List<X509Certificate> certificates = new ArrayList<>(TrustStore.read(places));
        if (withPractice) {
            certificates.addAll(practice.anchors());
        }
        return new TrustAnchors(certificates, withPractice);
    }

    /** Ends the processes of card drivers, and connections. */
    @Override
    public void close() {
        timestamps.close();
        revocation.close();
        tokens.close();
    }
}
