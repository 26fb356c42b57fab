// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Catalogues;
import cat.segell.card.fixture.Catalogues.Publisher;
import cat.segell.card.fixture.Problems;
import cat.segell.problem.SettingProblem.CatalogueBroken;
import cat.segell.problem.SettingProblem.CatalogueKeyNone;
import cat.segell.problem.SettingProblem.CatalogueOlder;
import cat.segell.problem.SettingProblem.CatalogueSignatureWrong;
import cat.segell.problem.SettingProblem.CatalogueUnsigned;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueStoreTest {

    private static final Publisher PUBLISHER = Publisher.create();

    @TempDir
    Path folder;

    private CatalogueStore store(Publisher believed) {
        return new CatalogueStore(folder.resolve("home"), CatalogueKey.parse(believed.key()));
    }

    private Path published(String name, int version) {
        return PUBLISHER.publish(folder.resolve(name), Catalogues.text(version));
    }

    @Test
    void usesTheOneInTheBuildWhereNothingWasImported() {
        assertThat(store(PUBLISHER).read())
                .isEqualTo(new CatalogueStore.InUse(Catalogue.bundled(), false, Optional.empty()));
    }

    @Test
    void takesASignedOneAndUsesItFromThenOn() throws Exception {
        assertThat(store(PUBLISHER).take(published("new.json", 7)).version()).isEqualTo(7);
        assertThat(store(PUBLISHER).read().catalogue().version()).isEqualTo(7);
        assertThat(store(PUBLISHER).read().imported()).isTrue();
    }

    @Test
    void refusesAnUnsignedOne() throws Exception {
        Path file = published("new.json", 7);
        Path signature = folder.resolve("new.json.sig");
        Files.delete(signature);
        assertThat(Problems.of(() -> store(PUBLISHER).take(file))).isEqualTo(new CatalogueUnsigned(signature));
        assertNothingTaken();
    }

    @Test
    void refusesOneThatWasChangedByABit() throws Exception {
        Path file = published("new.json", 7);
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        assertThat(Problems.of(() -> store(PUBLISHER).take(file))).isEqualTo(new CatalogueSignatureWrong(file));
        assertNothingTaken();
    }

    @Test
    void refusesASignatureByAnybodyElse() throws Exception {
        Path file = Publisher.create().publish(folder.resolve("new.json"), Catalogues.text(7));
        assertThat(Problems.of(() -> store(PUBLISHER).take(file))).isEqualTo(new CatalogueSignatureWrong(file));
        for (byte[] nonsense : new byte[][] {new byte[0], new byte[64], "nonsense".getBytes(StandardCharsets.UTF_8)}) {
            Files.write(folder.resolve("new.json.sig"), nonsense);
            assertThat(Problems.of(() -> store(PUBLISHER).take(file))).isEqualTo(new CatalogueSignatureWrong(file));
        }
        assertNothingTaken();
    }

    @Test
    void refusesAnyWhereThePolicyNamesNobody() {
        CatalogueStore nobodys = new CatalogueStore(folder.resolve("home"), Optional.empty());
        assertThat(Problems.of(() -> nobodys.take(published("new.json", 7)))).isEqualTo(new CatalogueKeyNone());
        assertNothingTaken();
    }

    @Test
    void refusesAnOlderOneAndTheSameAgain() throws Exception {
        store(PUBLISHER).take(published("new.json", 7));
        for (int version : new int[] {6, 7}) {
            Path file = published("old.json", version);
            assertThat(Problems.of(() -> store(PUBLISHER).take(file))).isEqualTo(new CatalogueOlder(file, version, 7));
        }
        assertThat(store(PUBLISHER).read().catalogue().version()).isEqualTo(7);
    }

    @Test
    void refusesWhatIsNoFileOrHuge() throws Exception {
        Path huge = PUBLISHER.publish(folder.resolve("huge.json"), Catalogues.text(7) + " ".repeat(1 << 20));
        assertThat(Problems.of(() -> store(PUBLISHER).take(huge))).isInstanceOf(CatalogueBroken.class);
        for (Path file : new Path[] {folder, folder.resolve("absent.json"), Path.of("/dev/zero")}) {
            assertThat(Problems.of(() -> store(PUBLISHER).take(file))).isEqualTo(new CatalogueBroken(file, "-"));
        }
        assertNothingTaken();
    }

    @Test
    void refusesASignedOneThatIsBroken() {
        Path file = PUBLISHER.publish(folder.resolve("new.json"), "{}");
        assertThat(Problems.of(() -> store(PUBLISHER).take(file))).isEqualTo(new CatalogueBroken(file, "kind"));
        assertNothingTaken();
    }

    private void assertNothingTaken() {
        assertThat(store(PUBLISHER).read())
                .isEqualTo(new CatalogueStore.InUse(Catalogue.bundled(), false, Optional.empty()));
    }

    @Test
    void fallsBackToTheBuildsWhereWhatWasImportedIsTamperedWith() throws Exception {
        store(PUBLISHER).take(published("new.json", 7));
        Path imported = folder.resolve("home/catalogue.json");
        String text = Files.readString(imported);
        Files.writeString(imported, text.replace("driver.so", "planted.so"));
        assertThat(store(PUBLISHER).read().catalogue()).isEqualTo(Catalogue.bundled());
        assertThat(store(PUBLISHER).read().problem().orElseThrow()).isInstanceOf(CatalogueUnsigned.class);
        Files.writeString(imported, text);
        assertThat(store(PUBLISHER).read().catalogue().version()).isEqualTo(7);
    }

    @Test
    void fallsBackWhereThePolicyNamesAnotherPublisherNow() throws Exception {
        store(PUBLISHER).take(published("new.json", 7));
        CatalogueStore.InUse inUse = store(Publisher.create()).read();
        assertThat(inUse.catalogue()).isEqualTo(Catalogue.bundled());
        assertThat(inUse.problem()).contains(new CatalogueSignatureWrong(folder.resolve("home/catalogue.json")));
        CatalogueStore nobodys = new CatalogueStore(folder.resolve("home"), Optional.empty());
        assertThat(nobodys.read().problem()).contains(new CatalogueKeyNone());
    }

    @Test
    void onlyEd25519KeysAreKeys() {
        assertThat(CatalogueKey.parse("nonsense")).isEmpty();
        assertThat(CatalogueKey.parse("")).isEmpty();
        String other = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li"
                + "/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==";
        assertThat(CatalogueKey.parse(other)).isEmpty();
    }

    /** As an administrator would do it. */
    @Tag("system")
    @Test
    void believesWhatOpensslSigned() throws Exception {
        Path file = Files.writeString(folder.resolve("new.json"), Catalogues.text(7));
        openssl("genpkey", "-algorithm", "ed25519", "-out", "key.pem");
        openssl("pkey", "-in", "key.pem", "-pubout", "-out", "public.pem");
        openssl("pkeyutl", "-sign", "-rawin", "-inkey", "key.pem", "-in", "new.json", "-out", "new.json.sig");
        String key = Files.readAllLines(folder.resolve("public.pem")).get(1);
        CatalogueStore store = new CatalogueStore(folder.resolve("home"), CatalogueKey.parse(key));
        assertThat(store.take(file).version()).isEqualTo(7);
        byte[] raw = Files.readAllBytes(folder.resolve("new.json.sig"));
        Files.writeString(folder.resolve("new.json.sig"), Base64.getEncoder().encodeToString(raw) + "\n");
        CatalogueStore other = new CatalogueStore(folder.resolve("other"), CatalogueKey.parse(key));
        assertThat(other.take(file).version()).isEqualTo(7);
    }

    private void openssl(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
