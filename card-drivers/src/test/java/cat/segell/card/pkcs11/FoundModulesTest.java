// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.Sources;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.installed.KnownModule.Reason;
import cat.segell.credential.Listing;
import cat.segell.credential.reference.KeyReference;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverInvalid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several modules at once, set or merely found. */
@Tag("system")
class FoundModulesTest {

    private static final TestPki PKI = TestPki.create();

    @TempDir
    Path folder;

    private SoftHsm tokens;

    @BeforeEach
    void start() {
        tokens = SoftHsm.in(folder.resolve("hsm"));
    }

    private Pkcs11Source source(KnownModule... modules) {
        return new Pkcs11Source(() -> List.of(modules), tokens.setup(), Sources.UNTOLD, CardKinds.UNKNOWN);
    }

    private static KnownModule found(Path file) {
        return new KnownModule(file, Reason.P11_KIT, Optional.empty());
    }

    @Test
    void listsACardOnceThatTwoModulesSee() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01").putKey(PKI.signer(KeyKind.RSA_2048), "02");
        FaultyModule second = FaultyModule.build(folder.resolve("second"));
        try (Pkcs11Source source = source(KnownModule.set(SoftHsm.module()), found(second.path()))) {
            Listing listing = source.list();
            assertThat(listing.problems()).isEmpty();
            assertThat(listing.credentials()).hasSize(1);
            assertThat(listing.hidden())
                    .extracting(each -> each.why().code())
                    .containsExactly("CERT-SEEN-TWICE", "KEY-WITHOUT-CERTIFICATE");
            assertThat(listing.credentials().getFirst().key())
                    .contains(SoftHsm.module().toString());
            KeyReference label = KeyReference.parse("pkcs11:token=Targeta");
            assertThat(source.find(label, Person.entering())).hasSize(1);
        }
        try (Pkcs11Source source = source(KnownModule.set(second.path()), found(SoftHsm.module()))) {
            assertThat(source.list().credentials().getFirst().key())
                    .contains(second.path().toString());
        }
    }

    @Test
    void keepsTwoTokensOfOneModuleApart() {
        IssuedKey key = PKI.signer(KeyKind.P256);
        tokens.token("Una").put(key, "01");
        tokens.token("Dues").put(key, "01");
        try (Pkcs11Source source = source(found(SoftHsm.module()))) {
            assertThat(source.list().credentials()).hasSize(2);
        }
    }

    @Test
    void tellsOfModulesThatCannotBeLoadedOnlyWhereSomebodySetThem() throws Exception {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        Path text = Files.writeString(folder.resolve("text.so"), "not a library, but longer than a header");
        try (Pkcs11Source source = source(found(text), found(folder.resolve("gone.so")), found(SoftHsm.module()))) {
            assertThat(source.list().problems()).isEmpty();
            assertThat(source.list().credentials()).hasSize(1);
        }
        try (Pkcs11Source source = source(KnownModule.set(text), found(SoftHsm.module()))) {
            assertThat(source.list().problems()).containsExactly(new DriverInvalid(text));
            assertThat(source.list().credentials()).hasSize(1);
        }
    }

    @Test
    void tellsNothingOfAFoundModuleThatRefusesToStartButOfOneThatCrashes() throws Exception {
        FaultyModule refuses = FaultyModule.build(folder.resolve("refuses"));
        FaultyModule crashes = FaultyModule.build(folder.resolve("crashes"));
        crashes.misbehave(Function.GET_SLOT_LIST, Fault.CRASH);
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        for (long code : List.of(5L, 0x80000005L)) {
            refuses.behave();
            refuses.misbehave(Function.INITIALIZE, code);
            try (Pkcs11Source source = source(found(refuses.path()), found(crashes.path()), found(SoftHsm.module()))) {
                assertThat(source.list().problems()).containsExactly(new DriverCrashed(crashes.path()));
                assertThat(source.list().credentials()).hasSize(1);
            }
        }
    }

    @Test
    void seesAModuleThatIsInstalledMeanwhile() {
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        List<KnownModule> installed = new ArrayList<>();
        try (Pkcs11Source source =
                new Pkcs11Source(() -> List.copyOf(installed), tokens.setup(), Sources.UNTOLD, CardKinds.UNKNOWN)) {
            assertThat(source.list().credentials()).isEmpty();
            installed.add(found(SoftHsm.module()));
            assertThat(source.list().credentials()).hasSize(1);
        }
    }
}
