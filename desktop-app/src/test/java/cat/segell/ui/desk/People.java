// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.card.catalogue.Route;
import cat.segell.card.catalogue.Words;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.certificate.AssuranceLevel;
import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateHolder;
import cat.segell.certificate.CertificateKind;
import cat.segell.certificate.CertificatePurpose;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.QualifiedClaims;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.credential.TokenPlace;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.CertificateProblem;
import cat.segell.problem.KeyProblem;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Invented signers. */
public final class People {

    private static final X509Certificate CERTIFICATE =
            TestPki.create().signer(KeyKind.P256).certificate();

    /** Whom the certificate names that stands for all of theirs. */
    public static String signing() {
        return CertificateReader.read(CERTIFICATE).holder();
    }

    /** Where the clerk's cards are. */
    public static final String READER = "Lector inventat 00";

    /** Where the clerk's issuer says what to do without a PIN. */
    public static final URI UNBLOCKING = URI.create("https://unblock.example.org/");

    private People() {}

    /** The clerk's, with a card in it, and another one. */
    public static ReadersSnapshot readers() {
        return new ReadersSnapshot(
                List.of(
                        new Reader("Lector inventat 01", ReaderState.EMPTY, Optional.empty(), 1),
                        new Reader(READER, ReaderState.CARD, Optional.empty(), 1)),
                Optional.empty());
    }

    /** The service for readers doesn't run. */
    public static ReadersSnapshot noService() {
        return new ReadersSnapshot(List.of(), Optional.of(new PcscServiceDown()));
    }

    /** A reader with nothing in it. */
    public static ReadersSnapshot noCard() {
        return new ReadersSnapshot(
                List.of(new Reader(READER, ReaderState.EMPTY, Optional.empty(), 0)), Optional.empty());
    }

    /** The town clerk of Vilaprova. */
    public static SignerOption clerk() {
        return signer(1, "Ajuntament de Vilaprova", false);
    }

    /** The same person in another office. */
    public static SignerOption clerkOf(String organisation, int number) {
        return signer(number, organisation, false);
    }

    /** Somebody else of the same office. */
    public static SignerOption colleague() {
        SignerOption clerk = signer(6, "Ajuntament de Vilaprova", false);
        return new SignerOption(
                clerk.credential(),
                facts(clerk.facts().sha256(), "Ajuntament de Vilaprova", "Pere Inventat Font"),
                clerk.unfit(),
                clerk.timestamps(),
                clerk.ways());
    }

    public static SignerOption practising() {
        return signer(9, "Ajuntament de Pràctiques", true);
    }

    /** The clerk, after too many wrong PINs. */
    public static SignerOption locked() {
        return locked(clerk());
    }

    /** The clerk, whom no PUK helps either. */
    public static SignerOption pukLocked() {
        Token free = clerk().credential().token();
        return on(
                clerk(),
                new Token(free.label(), free.serial(), PinState.PUK_LOCKED, PinTries.counted(0, 3)).in(free.place()));
    }

    /** The clerk, whose PIN is the one that the card came with. */
    public static SignerOption delivered() {
        return on(clerk(), token(PinState.TO_BE_CHANGED, 3));
    }

    /** The clerk, who has no PIN yet. */
    public static SignerOption unset() {
        return on(clerk(), token(PinState.NOT_SET, 3));
    }

    static SignerOption locked(SignerOption clerk) {
        return on(clerk, locked(clerk.credential().token()));
    }

    static SignerOption onKeypad(SignerOption clerk) {
        Token known = clerk.credential().token();
        return on(clerk, new Token(known.label(), known.serial(), known.pin(), known.tries(), true, known.place()));
    }

    private static SignerOption on(SignerOption clerk, Token token) {
        Credential free = clerk.credential();
        var credential =
                new Credential(free.id(), free.key(), free.certificate(), free.issuers(), token, free.practice());
        return new SignerOption(credential, clerk.facts(), clerk.unfit(), clerk.timestamps(), clerk.ways());
    }

    static SignerOption at(SignerOption option, Token token) {
        Credential known = option.credential();
        var credential = new Credential(
                new CredentialId(known.id().certificateSha256(), token.serial(), ""),
                "pkcs12:/keys/" + token.label(),
                known.certificate(),
                known.issuers(),
                token,
                false);
        return new SignerOption(credential, option.facts(), option.unfit(), option.timestamps(), option.ways());
    }

    private static Token locked(Token free) {
        return new Token(free.label(), free.serial(), PinState.LOCKED, PinTries.counted(0, 3)).in(free.place());
    }

    /** The town clerk's next certificate. */
    public static SignerOption clerkRenewed() {
        SignerOption next = signer(7, "Ajuntament de Vilaprova", false);
        CertificateFacts facts = next.facts();
        return new SignerOption(
                next.credential(),
                valid(
                        facts,
                        facts.notAfter().minus(Duration.ofDays(20)),
                        facts.notAfter().plus(Duration.ofDays(1400))),
                Optional.empty(),
                true,
                ways(Optional.empty()));
    }

    /** The town clerk's certificate in its last days. */
    public static SignerOption clerkUntil(Instant notAfter) {
        SignerOption clerk = clerk();
        CertificateFacts facts = clerk.facts();
        return new SignerOption(
                clerk.credential(),
                valid(facts, facts.notBefore(), notAfter),
                clerk.unfit(),
                clerk.timestamps(),
                ways(Optional.of(new Route(
                        new Words("Demani'n un altre.", "Solicite otro.", "Ask for another one."),
                        Optional.of(URI.create("https://renew.example.org/"))))));
    }

    private static CertificateFacts valid(CertificateFacts facts, Instant from, Instant until) {
        return new CertificateFacts(
                facts.sha256(),
                facts.kind(),
                facts.level(),
                facts.purpose(),
                facts.who(),
                facts.claims(),
                facts.issuer(),
                from,
                until,
                facts.practice());
    }

    /** What lies beside the clerk's certificate: its issuer's, and a key that nobody knows the certificate of. */
    public static List<HiddenSigner> beside() {
        String name = "Consorci de Certificació Inventat";
        CertificateFacts issuer = facts("5".repeat(64), name, name);
        return List.of(
                new HiddenSigner(issuer.sha256(), Optional.of(issuer), new CertificateProblem.CertIssuesOthers(name)),
                new HiddenSigner(
                        "pkcs11:token=T-CAT;id=%07",
                        Optional.empty(), new KeyProblem.KeyWithoutCertificate("pkcs11:token=T-CAT;id=%07")));
    }

    /** A certificate for log-in only. */
    public static SignerOption loginOnly() {
        SignerOption fit = signer(8, "Ajuntament de Vilaprova", false);
        return new SignerOption(
                fit.credential(),
                fit.facts(),
                Optional.of(new CertificateProblem.CertNotForSigning(fit.facts().holder())),
                false,
                ways(Optional.empty()));
    }

    private static IssuersWays ways(Optional<Route> renewal) {
        return new IssuersWays(
                renewal,
                new Route(
                        new Words(
                                "Vagi a l’oficina inventada que li va lliurar la targeta.",
                                "Acuda a la oficina inventada que le entregó la tarjeta.",
                                "Go to the invented office that gave you the card."),
                        Optional.of(UNBLOCKING)),
                new Route(
                        new Words(
                                "Demani a l’oficina inventada una altra targeta.",
                                "Pida a la oficina inventada otra tarjeta.",
                                "Ask the invented office for another card."),
                        Optional.empty()),
                new Route(
                        new Words(
                                "Canviï’l amb el programari inventat de la targeta.",
                                "Cámbielo con el software inventado de la tarjeta.",
                                "Change it with the card’s invented software."),
                        Optional.empty()));
    }

    /** @param left tries of the PIN */
    public static Token token(PinState state, int left) {
        return new Token("T-CAT", "0001", state, PinTries.counted(left, 3)).in(new TokenPlace.Slot(READER));
    }

    private static SignerOption signer(int number, String organisation, boolean practice) {
        String sha256 = String.valueOf(number).repeat(64);
        Token token = practice
                ? new Token("Targeta de pràctiques", "0009", PinState.READY, PinTries.counted(3, 3))
                        .in(new TokenPlace.Practice())
                : token(PinState.READY, 3);
        var credential = new Credential(
                new CredentialId(sha256, token.serial(), "0" + number),
                practice ? "practice:" : "pkcs11:token=T-CAT;serial=0001;id=%0" + number,
                CERTIFICATE,
                List.of(),
                token,
                practice);
        return new SignerOption(
                credential, facts(sha256, organisation), Optional.empty(), true, ways(Optional.empty()));
    }

    private static CertificateFacts facts(String sha256, String organisation) {
        return facts(sha256, organisation, "Marta Inventada Soler");
    }

    private static CertificateFacts facts(String sha256, String organisation, String holder) {
        return new CertificateFacts(
                sha256,
                CertificateKind.PUBLIC_EMPLOYEE,
                Optional.of(AssuranceLevel.HIGH),
                CertificatePurpose.SIGNATURE,
                new CertificateHolder(
                        holder,
                        Optional.of(organisation),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Secretària interventora"),
                        Optional.empty()),
                QualifiedClaims.NONE,
                "Autoritat inventada",
                Instant.parse("2024-03-14T10:00:00Z"),
                Instant.parse("2028-03-14T10:00:00Z"),
                false);
    }
}
