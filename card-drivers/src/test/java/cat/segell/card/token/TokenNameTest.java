// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.admission.ModuleFile;
import cat.segell.card.wire.SeenObject;
import cat.segell.card.wire.SeenObject.Kind;
import cat.segell.card.wire.SeenToken;
import cat.segell.credential.Credential;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.Pkcs11Key;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a token may be called where a person, a script or a log reads it. */
class TokenNameTest {

    private static final TestPki PKI = TestPki.create();
    private static final String NUMBERED = "ANA GIL - DNI 00000000T";

    @Test
    void nobodysNumberIsShownWithItsName() throws Exception {
        assertThat(token(NUMBERED, "1234").token().label()).isEqualTo("ANA GIL - DNI ***0000**");
        assertThat(token("T-CAT 2023", "1234").token().label()).isEqualTo("T-CAT 2023");
    }

    /** A reference is printed, copied and kept: the serial number names the token instead, and finds it again. */
    @Test
    void theReferenceToAKeyHoldsNobodysNumber() throws Exception {
        Pkcs11Token token = token(NUMBERED, "1234");
        String key = credential(token).key();
        assertThat(key).startsWith("pkcs11:serial=1234;id=%01").doesNotContain("00000000");
        assertThat(KeyReference.parse(key))
                .isInstanceOfSatisfying(
                        Pkcs11Key.class,
                        named -> assertThat(token.fits(named.uri())).isTrue());
    }

    /** Whoever wrote the name down before still names it. */
    @Test
    void theNameInFullStillFindsIt() throws Exception {
        Pkcs11Token token = token(NUMBERED, "1234");
        assertThat(KeyReference.parse("pkcs11:token=ANA%20GIL%20-%20DNI%2000000000T"))
                .isInstanceOfSatisfying(
                        Pkcs11Key.class,
                        named -> assertThat(token.fits(named.uri())).isTrue());
    }

    @Test
    void withoutASerialNumberTheCertificateNamesTheKey() throws Exception {
        Credential credential = credential(token(NUMBERED, " "));
        assertThat(credential.key()).isEqualTo(credential.id().certificateSha256());
    }

    private static Credential credential(Pkcs11Token token) {
        return token.usable().getFirst().credential();
    }

    private static Pkcs11Token token(String label, String serial) throws CertificateEncodingException {
        SeenObject certificate = new SeenObject(
                Kind.CERTIFICATE,
                "01",
                "key",
                PKI.signer(KeyKind.P256).certificate().getEncoded(),
                false);
        return new Pkcs11Token(
                new ModuleFile(Path.of("/usr/lib/driver.so"), Path.of("/usr/lib/driver.so")),
                new SeenToken(
                        label,
                        "Maker",
                        "Model",
                        serial,
                        new SeenToken.State(0x40C, 4, 8),
                        false,
                        "Slot",
                        List.of(certificate)));
    }
}
