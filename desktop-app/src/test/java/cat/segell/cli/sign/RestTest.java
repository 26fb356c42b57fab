// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Made;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.cli.Out;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.problem.DocumentProblem.DocumentChanged;
import cat.segell.problem.DocumentProblem.SigningStopped;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestTest {

    private static final Path FIRST = Path.of("1.pdf");
    private static final Path SECOND = Path.of("2.pdf");

    @Test
    void isWhatSomebodyStoppedBefore() {
        Failed stopped = new Failed(SECOND, new SigningStopped(SECOND));
        assertThat(Rest.of(List.of(signed(), stopped))).contains(new Rest(List.of(stopped), false));
    }

    @Test
    void isNothingWhereTheReasonIsTheDocument() {
        Failed changed = new Failed(SECOND, new DocumentChanged(SECOND));
        assertThat(Rest.of(List.of(signed(), changed))).isEmpty();
    }

    @Test
    void isNothingWhereNoneWasSigned() {
        Failed stopped = new Failed(SECOND, new SigningStopped(SECOND));
        assertThat(Rest.of(List.of(stopped))).isEmpty();
    }

    /** Languages with a plural for millions find no other text under its name. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void hasItsCommandInEachPlural(Language language) {
        String text = Messages.load(language, Out.class, "cli")
                .text("sign.rest", Map.of("count", 1_000_000, "command", "segell sign"));
        assertThat(text).contains("segell sign");
    }

    private static Signed signed() {
        return new Signed(
                FIRST,
                Path.of("1-signed.pdf"),
                Optional.empty(),
                new Digest(DigestAlgorithm.SHA256, new byte[32]),
                new Made(SignatureForm.PADES, SignatureLevel.B, Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
