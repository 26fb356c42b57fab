// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import cat.segell.card.fixture.Catalogues;
import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.pcsc.CardHolder;
import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.pcsc.StrangeCard;
import cat.segell.card.fixture.piv.VirtualPivCard;
import cat.segell.fixture.CertificateRequest;
import cat.segell.fixture.HostilePdf;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestForm;
import cat.segell.fixture.TestLists;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.fixture.TestStatusService;
import cat.segell.fixture.TestStatusService.Fault;
import cat.segell.fixture.TestStatusService.Place;
import cat.segell.fixture.TestTsa;
import cat.segell.notary.Notary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** {@code fixture KIND FILE …}: makes what a session works with, so that no binary is ever committed. */
final class Fixtures implements AutoCloseable {

    /** Of every key file. */
    static final String PASSWORD = "test";

    /** When what is revoked was. */
    private static final Instant REVOKED = Instant.parse("2026-03-01T08:00:00Z");

    private final Path folder;
    private final TestPki authority = TestPki.create();
    private final Map<Path, PcscDaemon> daemons = new HashMap<>();
    private final Map<Path, CardHolder> holders = new HashMap<>();
    private final List<TestTsa> timestampers = new ArrayList<>();
    private final TestLists lists = TestLists.start();
    private final TestStatusService status = TestStatusService.start(authority);
    private final Map<Path, X509Certificate> tokenCertificates = new HashMap<>();

    Fixtures(Path folder) {
        this.folder = folder;
        lists.qualified(authority.certificate());
    }

    SessionRun.Outcome make(List<String> words) throws IOException {
        Path file = folder.resolve(words.get(2));
        Files.createDirectories(file.resolveSibling(""));
        switch (words.get(1)) {
            case "pdf" -> TestPdf.pages(file, 1);
            case "form" -> TestForm.waiting(file, "Alcaldia", "Signatura de la secretària");
            case "pdf-encrypted" -> TestPdf.encrypted(file);
            case "pdf-restricted" -> TestPdf.restricted(file);
            case "pdf-packed" -> HostilePdf.packedObjects(file, 2L << 30, "/Type/ObjStm");
            case "pdf-certified" -> TestPdf.certified(file, authority.signer(KeyKind.P256));
            case "pdf-truncated" -> TestPdf.truncated(file);
            case "pdf-without-pages" -> TestPdf.zeroPages(file);
            case "key" -> issue(words.get(3)).writePkcs12(file, PASSWORD);
            case "key-open" -> issue(words.get(3)).writePkcs12(file, "");
            case "key-for-token" -> forToken(file, words.get(3));
            case "readers" -> readers(file, words.subList(3, words.size()));
            case "readers-stop" -> daemon(file).stop();
            case "card-in" -> daemon(file).reader(number(words)).insert(VirtualPivCard.employee(authority));
            case "card-like" -> daemon(file).reader().insert(new StrangeCard(words.get(3)));
            case "card-out" -> daemon(file).reader().remove();
            case "card-hold" -> holders.put(file, daemon(file).holdCard());
            case "card-free" ->
                Objects.requireNonNull(holders.remove(file), "nobody holds a card")
                        .close();
            case "driver" -> FaultyModule.build(file, Path.of(words.get(3)));
            case "catalogue" -> Files.writeString(file, Catalogues.text(Integer.parseInt(words.get(3))));
            case "others" -> program(file, Files.readAllBytes(Sessions.FOLDER.resolve("others.sh")));
            case "check-go" -> program(file, checkGo());
            case "ca" -> IssuedKey.writePem(file, authority.certificate());
            case "revoke" -> status.revoke(tokenCertificate(file), REVOKED, Integer.parseInt(words.get(3)));
            case "status-service" -> status.fail(Place.OCSP, Fault.valueOf(words.get(2)));
            case "lists" -> lists.writeSigners(file);
            case "list" -> lists.fail(TestLists.Place.valueOf(words.get(2)), TestLists.Fault.valueOf(words.get(3)));
            case "tsa" -> Files.writeString(file, timestamper(Integer.parseInt(words.get(3))));
            case "tsa-answers" -> started(Files.readString(file)).dieAfter(Integer.parseInt(words.get(3)));
            default -> throw new IllegalArgumentException("no fixture " + words.get(1));
        }
        return new SessionRun.Outcome("", 0);
    }

    private static void program(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static byte[] checkGo() throws IOException {
        try (InputStream program = Notary.class.getResourceAsStream("check.go")) {
            return Objects.requireNonNull(program).readAllBytes();
        }
    }

    /** The daemon's own folder lies elsewhere: pcscd takes no blanks in the paths of its drivers. */
    private void readers(Path link, List<String> names) throws IOException {
        if (!daemons.containsKey(link)) {
            Path own = Files.createTempDirectory("pcsc");
            Files.createSymbolicLink(link, own);
            daemons.put(link, PcscDaemon.in(own));
        }
        daemon(link).start(names.toArray(String[]::new));
    }

    private PcscDaemon daemon(Path link) {
        return Objects.requireNonNull(daemons.get(link), "no readers in " + link);
    }

    /** Of a reader among several, from 1. */
    private static int number(List<String> words) {
        return words.size() > 3 ? Integer.parseInt(words.get(3)) - 1 : 0;
    }

    /** @return its address */
    private String timestamper(int answers) {
        TestTsa started = TestTsa.start(authority);
        started.dieAfter(answers);
        timestampers.add(started);
        return started.address().toString();
    }

    private TestTsa started(String address) {
        return timestampers.stream()
                .filter(tsa -> tsa.address().toString().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private X509Certificate tokenCertificate(Path file) {
        return Objects.requireNonNull(tokenCertificates.get(file), "no key for a token " + file);
    }

    /** Ends what still answers. */
    @Override
    public void close() {
        timestampers.forEach(TestTsa::close);
        status.close();
        lists.close();
        holders.values().forEach(CardHolder::close);
        daemons.values().forEach(PcscDaemon::close);
    }

    /**
     * @param kind of key, with one of these before it: {@code expired-}, {@code early-}, {@code login-}, {@code encryption-};
     *     {@code asked-} where the status service tells of it; {@code withdrawn-} as on a T-CAT from before April 2023;
     *     {@code suspect-} both of these;
     *     {@code unstated-} for digital signatures and no word more
     */
    private IssuedKey issue(String kind) {
        KeyKind key = KeyKind.valueOf(kind.substring(kind.indexOf('-') + 1).toUpperCase(Locale.ROOT));
        CertificateRequest request = authority.request(TestPki.EMPLOYEE, key);
        switch (kind.indexOf('-') < 0 ? "" : kind.substring(0, kind.indexOf('-'))) {
            case "" -> {}
            case "expired" -> request.expired();
            case "early" -> request.notYetValid();
            case "login" ->
                request.keyUsage(KeyUsage.digitalSignature).extendedKeyUsage(false, KeyPurposeId.id_kp_clientAuth);
            case "asked" -> status.naming(request, Place.OCSP);
            case "withdrawn" -> withdrawn(request);
            case "suspect" -> status.naming(withdrawn(request), Place.OCSP);
            case "unstated" -> request.keyUsage(KeyUsage.digitalSignature);
            case "encryption" -> request.keyUsage(KeyUsage.keyEncipherment);
            default -> throw new IllegalArgumentException("no key " + kind);
        }
        return authority.issue(request);
    }

    private static CertificateRequest withdrawn(CertificateRequest request) {
        return request.policies("1.3.6.1.4.1.15096.1.3.2.7.1.1", "2.16.724.1.3.5.7.1")
                .validity(Instant.parse("2023-04-12T10:00:00Z"), Instant.now().plus(Duration.ofDays(300)));
    }

    /** {@code FILE.pem} with the key and {@code FILE.der} with its certificate: what tools put on a token. */
    private void forToken(Path file, String kind) throws IOException {
        IssuedKey issued = issue(kind);
        tokenCertificates.put(file, issued.certificate());
        issued.writeKeyPem(file.resolveSibling(file.getFileName() + ".pem"));
        try {
            Files.write(
                    file.resolveSibling(file.getFileName() + ".der"),
                    issued.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }
}
