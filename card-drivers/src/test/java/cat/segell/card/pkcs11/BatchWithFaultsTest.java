// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchEvent;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.SignBatch;
import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Fault;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.Sources;
import cat.segell.credential.Credential;
import cat.segell.credential.reference.KeyReference;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestPki;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.PadesSigner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A driver that breaks in the midst of a batch: each document ends in one state, and the next batch does the rest. */
@Tag("system")
class BatchWithFaultsTest {

    private static final TestPki PKI = TestPki.create();

    @TempDir
    Path folder;

    private final List<Path> documents = new ArrayList<>();
    private FaultyModule driver;
    private Pkcs11Source source;

    @BeforeEach
    void start() {
        SoftHsm tokens = SoftHsm.in(folder.resolve("hsm"));
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        driver = FaultyModule.build(folder.resolve("driver"));
        source = Sources.of(List.of(driver.path()), tokens.setup());
        for (int i = 1; i <= 4; i++) {
            documents.add(TestPdf.pages(folder.resolve(i + ".pdf"), 1));
        }
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"CRASH", "LEAVE", "GARBAGE", "FLOOD"})
    void whatTheDriverLeftUnsignedSaysSoAndIsSignedByTheNextBatch(Fault fault) throws Exception {
        List<DocumentResult> first = sign(documents, 2, fault);
        assertThat(states(first)).containsExactly("signed", "signed", "DRIVER-CRASHED", "DRIVER-CRASHED");
        driver.behave();
        assertThat(states(sign(documents.subList(2, 4), -1, fault))).containsExactly("signed", "signed");
        for (Path document : documents) {
            assertThat(document.resolveSibling(document.getFileName().toString().replace(".pdf", "-signed.pdf")))
                    .isNotEmptyFile();
            assertThat(document.resolveSibling(document.getFileName().toString().replace(".pdf", "-signed-2.pdf")))
                    .doesNotExist();
        }
    }

    @Test
    void afterAWrongSignatureNobodyIsAskedAgain() throws Exception {
        Person person = Person.entering("1234", "1234");
        List<DocumentResult> results = sign(documents, 1, Fault.WRONG, person);
        assertThat(states(results))
                .containsExactly("signed", "SIGNATURE-MISMATCH", "SIGNATURE-MISMATCH", "SIGNATURE-MISMATCH");
        assertThat(person.asked()).hasSize(1);
        assertThat(Files.exists(folder.resolve("2-signed.pdf"))).isFalse();
    }

    private List<DocumentResult> sign(List<Path> files, int breaksAt, Fault fault) throws Exception {
        return sign(files, breaksAt, fault, Person.entering("1234"));
    }

    private List<DocumentResult> sign(List<Path> files, int breaksAt, Fault fault, Person person) throws Exception {
        Credential credential = source.find(KeyReference.parse("pkcs11:token=Targeta"), Person.absent())
                .getFirst();
        BatchRequest request = new BatchRequest(
                files.stream().map(BatchDocument::of).toList(),
                credential,
                SignatureProfile.pades(SignatureLevel.B),
                Optional.empty(),
                false,
                false);
        return new SignBatch(source, new PadesSigner(List.of()), Optional.empty(), folder.resolve("work"))
                .run(request, person, event -> misbehave(event, breaksAt, fault), () -> false)
                .documents();
    }

    /** At that one document only. */
    private void misbehave(BatchEvent event, int breaksAt, Fault fault) {
        if (event instanceof BatchEvent.Signing(int index)) {
            driver.behave();
            if (index == breaksAt) {
                driver.misbehave(Function.SIGN, fault);
            }
        }
    }

    private static List<String> states(List<DocumentResult> results) {
        return results.stream()
                .map(result -> result instanceof DocumentResult.Failed failed
                        ? failed.problem().code()
                        : "signed")
                .toList();
    }
}
