// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.KeyInMemory;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final Problem BROKEN = new DriverCrashed(Path.of("/usr/lib/driver.so"));
    private static final ListedToken TOKEN =
            new ListedToken(new Token("T-CAT", "1", PinState.READY, PinTries.ENOUGH), false);

    @Test
    void practiceIsNoKeyToSignWith() {
        assertThat(listing(List.of(), List.of(), key(true)).anyReal()).isFalse();
        assertThat(listing(List.of(), List.of(), key(true), key(false)).anyReal())
                .isTrue();
        assertThat(Listing.NOTHING.anyReal()).isFalse();
    }

    /** That a driver broke isn't why the token of another one can't sign. */
    @Test
    void whatBrokeExplainsThatNothingIsThereUnlessATokenIs() {
        assertThat(Listing.NOTHING.unexplained()).isTrue();
        assertThat(listing(List.of(), List.of(BROKEN)).unexplained()).isFalse();
        assertThat(listing(List.of(TOKEN), List.of(BROKEN)).unexplained()).isTrue();
        assertThat(listing(List.of(TOKEN), List.of()).unexplained()).isTrue();
        assertThat(listing(List.of(), List.of(), key(true)).unexplained()).isTrue();
    }

    @Test
    void whereAKeyIsThereNothingIsToBeExplained() {
        assertThat(listing(List.of(TOKEN), List.of(), key(false)).unexplained()).isFalse();
        assertThat(listing(List.of(TOKEN), List.of(BROKEN), key(false)).unexplained())
                .isFalse();
    }

    private static Listing listing(List<ListedToken> tokens, List<Problem> problems, Credential... keys) {
        return new Listing(List.of(keys), List.of(), tokens, problems);
    }

    private static Credential key(boolean practice) {
        Credential key = new KeyInMemory(TestPki.create().signer(KeyKind.P256)).credential();
        return new Credential(key.id(), key.key(), key.certificate(), key.issuers(), key.token(), practice);
    }
}
