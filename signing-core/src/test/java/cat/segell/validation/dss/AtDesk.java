// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.trust.TrustAnchors;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of verdicts start from: an authority that is believed, a signer of it, and a desk in an empty folder. */
abstract class AtDesk {

    static final TestPki PKI = TestPki.create();
    static final IssuedKey SIGNER = PKI.signer(KeyKind.P256);
    static final TrustAnchors TRUST = new TrustAnchors(List.of(PKI.certificate()), false);

    @TempDir
    Path folder;

    SigningDesk desk;

    @BeforeEach
    void openDesk() {
        desk = new SigningDesk(folder);
    }
}
