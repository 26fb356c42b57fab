// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputNameTest {

    private static final NameEnding PDF = NameEnding.kept(".pdf");

    @ParameterizedTest
    @ValueSource(strings = {"../other.pdf", "a/../../other.pdf", "/etc/other.pdf"})
    void refusesPlacesOutsideTheOutputFolder(String below) {
        assertThatThrownBy(() ->
                        OutputName.signed(Path.of("/in/x.pdf"), Path.of(below), Optional.of(Path.of("/out")), PDF))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "acta.pdf,1,acta-signed.pdf",
        "acta.pdf,2,acta-signed-2.pdf",
        "acta.v1.PDF,10,acta.v1-signed-10.PDF",
        "acta,1,acta-signed.pdf",
        ".pdf,1,.pdf-signed.pdf",
        "acta-signed.pdf,1,acta-signed-2.pdf",
        "acta-signed.pdf,2,acta-signed-3.pdf",
        "acta-signed-2.pdf,1,acta-signed-3.pdf",
        "acta-signed-99.pdf,1,acta-signed-100.pdf",
        "ACTA-SIGNED.PDF,1,ACTA-SIGNED-2.PDF",
        "acta-signed-20260503.pdf,1,acta-signed-20260503-signed.pdf",
        "acta-signed-02.pdf,1,acta-signed-02-signed.pdf",
        "acta-signed,1,acta-signed-signed.pdf",
        "-signed.pdf,1,-signed-signed.pdf"
    })
    void namesAndNumbers(String input, int number, String expected) {
        Path path = Path.of("/in").resolve(input);
        assertThat(OutputName.signed(path, Path.of(input), Optional.empty(), PDF)
                        .candidate(number))
                .isEqualTo(Path.of("/in").resolve(expected));
    }

    @Test
    void countsOnWhereANameHasANewLine() {
        OutputName name = OutputName.signed(
                Path.of("/in/con\nveni-signed.pdf"), Path.of("con\nveni-signed.pdf"), Optional.empty(), PDF);
        assertThat(name.candidate(1)).isEqualTo(Path.of("/in/con\nveni-signed-2.pdf"));
    }

    @Test
    void keepsTheStructureInAnOutputFolder() {
        OutputName name = OutputName.signed(
                Path.of("/in/2026/maig/acta.pdf"), Path.of("2026/maig/acta.pdf"), Optional.of(Path.of("/out")), PDF);
        assertThat(name.candidate(1)).isEqualTo(Path.of("/out/2026/maig/acta-signed.pdf"));
    }

    @Test
    void countsOnInAnOutputFolderToo() {
        OutputName name = OutputName.signed(
                Path.of("/in/acta-signed.pdf"), Path.of("acta-signed.pdf"), Optional.of(Path.of("/out")), PDF);
        assertThat(name.candidate(1)).isEqualTo(Path.of("/out/acta-signed-2.pdf"));
    }

    @Test
    void receiptsKeepTheWholeName() {
        OutputName name = OutputName.receipt(Path.of("/in/acta-signed.pdf"));
        assertThat(name.candidate(1)).isEqualTo(Path.of("/in/acta-signed.pdf.tlog-proof"));
    }

    @ParameterizedTest
    @CsvSource({
        "acta-signed.pdf, acta-signed-copy.pdf",
        "acta.PDF, acta-copy.pdf",
        "acta, acta-copy.pdf",
        ".pdf, .pdf-copy.pdf",
        "acta.pdf.bak, acta.pdf.bak-copy.pdf"
    })
    void copiesAreCalledAfterTheirDocument(String document, String copy) {
        OutputName name = OutputName.copy(Path.of("/in", document));
        assertThat(name.candidate(1)).isEqualTo(Path.of("/in", copy));
        assertThat(OutputName.isSigned(name.candidate(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acta-signed.pdf", "acta-signed-2.pdf", "acta-signed-17.PDF"})
    void recognisesItsOwnNames(String name) {
        assertThat(OutputName.isSigned(Path.of("/in", name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signed.pdf",
                "-signed.pdf",
                "acta-signed",
                "acta-signed-02.pdf",
                "acta-signed-b.pdf",
                "acta-signed-2.pdf.tlog-proof"
            })
    void leavesOtherNamesAlone(String name) {
        assertThat(OutputName.isSigned(Path.of("/in", name))).isFalse();
    }
}
