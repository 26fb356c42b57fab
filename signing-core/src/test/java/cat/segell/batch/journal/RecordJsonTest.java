// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.batch.BatchDocument;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.OutputName;
import cat.segell.signature.Appearance;
import cat.segell.signature.Certification;
import cat.segell.signature.Commitment;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignerClaims;
import cat.segell.signature.SigningPolicy;
import cat.segell.text.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order is read as it was given, with all that it may say. */
class RecordJsonTest {

    private static final Path LOGO = Path.of("/srv/escut de l’ajuntament.png");
    private static final Appearance.Area AREA = new Appearance.Area(36, 40.5f, 200, 60);

    private static Stream<Appearance.Place> places() {
        return Stream.of(
                new Appearance.Box(-1, AREA),
                new Appearance.EveryPage(AREA),
                new Appearance.OwnField(),
                new Appearance.Nowhere(),
                new Appearance.FreeSpace(true),
                new Appearance.Field("Signatura.Secretària"));
    }

    /** A new kind of place needs a name here. */
    @Test
    void everyKindOfPlaceIsTried() {
        assertThat(places().<Object>map(Appearance.Place::getClass))
                .containsExactlyInAnyOrder((Object[]) Appearance.Place.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatWasOrderedIsReadAgain(Appearance.Place place) throws Exception {
        SignerClaims claims = new SignerClaims(
                Optional.of("Aprovo «l’acta»"),
                Optional.of("Vic"),
                Optional.of("Secretària"),
                Optional.of(Commitment.APPROVAL),
                Optional.of(new SigningPolicy(
                        "2.16.724.1.3.1.1.2.1.9",
                        new SigningPolicy.Hash("SHA-1", "G7roucf600+f03r/o0bAOQ6WAs0="),
                        URI.create("https://sede.example/politica.pdf"))),
                Optional.of(Certification.FORMS));
        SignatureProfile profile = new SignatureProfile(
                Optional.of(new SignatureForm(SignatureFormat.ASIC_E, Packaging.DETACHED, SignatureFormat.CADES)),
                SignatureLevel.LTA,
                true,
                DigestAlgorithm.SHA384,
                true,
                claims,
                Optional.of(new Appearance(place, Language.CA, Optional.of(LOGO))),
                Optional.of(2));
        BatchOrder order = new BatchOrder(
                "pkcs12:/clau.p12",
                "ab".repeat(32),
                profile,
                Optional.of(Path.of("/sortida")),
                true,
                true,
                new AskedServices(List.of("practice:"), List.of(Path.of("/arrel.pem")), true));
        assertThat(RecordJson.read(RecordJson.written(order), BatchOrder.class)).isEqualTo(order);
    }

    @Test
    void documentsAndNamesAreReadAgain() throws Exception {
        BatchDocument document = new BatchDocument(Path.of("/a/b c/acta.pdf"), Path.of("b c/acta.pdf"))
                .showing(DigestAlgorithm.SHA256.of(new byte[1]))
                .supplying(DigestAlgorithm.SHA512.of(new byte[2]))
                .signAgain();
        assertThat(RecordJson.read(RecordJson.written(document), BatchDocument.class))
                .isEqualTo(document);
        OutputName name = new OutputName(Path.of("/a"), "acta-signed", ".pdf", 3);
        assertThat(RecordJson.read(RecordJson.written(name), OutputName.class)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"key\":\"a\",\"another\":1}", "{\"profile\":{\"level\":\"X\"}}"})
    void whatIsNoOrderIsRefused(String text) {
        assertThatThrownBy(() -> RecordJson.read(text, BatchOrder.class)).isInstanceOf(IOException.class);
    }
}
