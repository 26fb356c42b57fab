// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.admission.ModuleFile;
import cat.segell.card.host.HostSetup;
import cat.segell.card.host.ModuleHost;
import cat.segell.card.pkcs11.Keyholder.Place;
import cat.segell.card.token.Pkcs11Token;
import cat.segell.card.wire.SeenObject;
import cat.segell.card.wire.SeenObject.Kind;
import cat.segell.card.wire.SeenToken;
import cat.segell.credential.Credential;
import cat.segell.credential.PinUse;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drivers that show private keys before the login: SoftHSM and OpenSC, which other tests use, don't. */
class PinUsesTest {

    private static final TestPki PKI = TestPki.create();

    @TempDir
    Path folder;

    @Test
    void whatTheDriverShowsBeforeTheLoginCountsMost() throws Exception {
        PinUses uses = new PinUses(true, new PinUseMemory(folder), CardKinds.UNKNOWN);
        Place each = place(true);
        Place once = place(false);
        // What was learnt before is older than what is seen now.
        uses.told(each, credential(each), false);
        assertThat(uses.expected(each, credential(each))).isEqualTo(PinUse.EACH_SIGNATURE_ONE_ENTRY);
        uses.told(once, credential(once), true);
        assertThat(uses.expected(once, credential(once))).isEqualTo(PinUse.LOGIN);
    }

    private static Credential credential(Place place) {
        return place.token().usable().getFirst().credential();
    }

    private Place place(boolean pinEachTime) throws CertificateEncodingException {
        ModuleFile module = new ModuleFile(Path.of("/usr/lib/driver.so"), Path.of("/usr/lib/driver.so"));
        byte[] certificate = PKI.signer(KeyKind.P256).certificate().getEncoded();
        SeenToken seen = new SeenToken(
                "Targeta",
                "Maker",
                "Model",
                "1234",
                new SeenToken.State(0x40C, 4, 8),
                false,
                "Slot",
                List.of(
                        new SeenObject(Kind.CERTIFICATE, "01", "key", certificate, false),
                        new SeenObject(Kind.PRIVATE_KEY, "01", "key", new byte[0], pinEachTime)));
        return new Place(new ModuleHost(module, HostSetup.of(folder)), new Pkcs11Token(module, seen), () -> false);
    }
}
