// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.pcsc.Atr;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReaderState;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.credential.ListedToken;
import cat.segell.credential.PinState;
import cat.segell.credential.PinTries;
import cat.segell.credential.Token;
import cat.segell.problem.CertificateProblem.CertNone;
import cat.segell.problem.KeyProblem.DriverNone;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem.ReaderNone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhyNoKeyTest {

    @Test
    void nothingIsOnTheCard() {
        assertThat(finding(token("T-CAT", true))).isEqualTo(new TokenEmpty("T-CAT"));
    }

    /** A key without its certificate, or certificates that sign nothing. */
    @Test
    void whatIsOnTheCardIsNothingToSignWith() {
        assertThat(finding(token("T-CAT", false))).isEqualTo(new CertNone());
        assertThat(finding(token("Empty", true), token("T-CAT", false))).isEqualTo(new CertNone());
    }

    @Test
    void withoutACardTheReadersTell() {
        assertThat(finding()).isEqualTo(new ReaderNone());
    }

    @Test
    void aCardThatNobodyReadsWantsADriver() {
        Reader reader = new Reader("Reader", ReaderState.CARD, Optional.of(new Atr("3B00")), 1);
        assertThat(WhyNoKey.of(List.of(), () -> new ReadersSnapshot(List.of(reader), Optional.empty()))
                        .finding())
                .isEqualTo(new DriverNone());
    }

    private static Problem finding(ListedToken... tokens) {
        return WhyNoKey.of(List.of(tokens), () -> {
                    assertThat(tokens)
                            .as("what is asked of readers nobody wants")
                            .isEmpty();
                    return new ReadersSnapshot(List.of(), Optional.empty());
                })
                .finding();
    }

    private static ListedToken token(String label, boolean empty) {
        return new ListedToken(new Token(label, "1", PinState.READY, PinTries.ENOUGH), empty);
    }
}
