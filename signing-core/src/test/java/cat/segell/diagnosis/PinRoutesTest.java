// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.diagnosis.Fact.PinRoutes;
import cat.segell.problem.KeyProblem.PinChangeUnsupported;
import cat.segell.problem.KeyProblem.UnblockUnsupported;
import cat.segell.problem.PinProblem.PinExpired;
import cat.segell.problem.PinProblem.PinMissing;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.PinToBeChanged;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.TokenLocked;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinRoutesTest {

    private static final String CARD = "T-CAT";

    private final PinRoutes routes = new PinRoutes(List.of("unblock"), List.of("replace"), List.of("change"));

    /** Few tokens tell how it stands with the PUK. */
    @Test
    void whereThePinIsLockedOrNotSetBothWaysAreTold() {
        assertThat(routes.after(new TokenLocked(CARD, false))).containsExactly("unblock", "replace");
        assertThat(routes.after(new PinNotSet(CARD))).containsExactly("unblock", "replace");
        assertThat(routes.after(new UnblockUnsupported(CARD))).containsExactly("unblock", "replace");
    }

    @Test
    void oneWayForBothIsToldOnce() {
        PinRoutes office = new PinRoutes(List.of("office"), List.of("office"), List.of("change"));
        assertThat(office.after(new TokenLocked(CARD, false))).containsExactly("office");
    }

    @Test
    void whereThePukIsLockedTooOnlyWhatIsLeftIsTold() {
        assertThat(routes.after(new PukLocked(CARD))).containsExactly("replace");
    }

    @Test
    void whereThePinMustOrCantBeChangedHereTheIssuersWayIsTold() {
        assertThat(routes.after(new PinToBeChanged(CARD))).containsExactly("change");
        assertThat(routes.after(new PinExpired(CARD))).containsExactly("change");
        assertThat(routes.after(new PinChangeUnsupported(CARD))).containsExactly("change");
    }

    /** Nobody issues what one practises with, and no issuer helps with what isn't of its card. */
    @Test
    void ofAllElseNothingIsTold() {
        assertThat(routes.after(new TokenLocked(CARD, true))).isEmpty();
        assertThat(routes.after(new PinMissing())).isEmpty();
    }
}
