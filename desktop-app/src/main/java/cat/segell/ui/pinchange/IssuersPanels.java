// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.card.catalogue.Route;
import cat.segell.credential.PinState;
import cat.segell.problem.KeyProblem.PinChangeUnsupported;
import cat.segell.problem.KeyProblem.UnblockUnsupported;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Frame;
import java.util.List;
import javafx.scene.Node;

/** The ways of a card's issuer that lead on, where there is none here. */
record IssuersPanels(SignerOption signer, Look look, Frame frame) {

    List<Node> after(Problem problem) {
        if (problem instanceof PinChangeUnsupported) {
            return List.of(RoutePanel.of(signer.ways().changingPin(), look, frame));
        }
        if (problem instanceof PukLocked) {
            return List.of(RoutePanel.of(signer.ways().pukLocked(), look, frame));
        }
        boolean withoutPin =
                problem instanceof UnblockUnsupported || problem instanceof TokenLocked || problem instanceof PinNotSet;
        return withoutPin ? withoutPin(signer.credential().token().pin() == PinState.PUK_LOCKED) : List.of();
    }

    /** The way to another PIN, and the one that is left where the PUK is locked as well; only that one where it is. */
    List<Node> withoutPin(boolean locked) {
        Route pukLocked = signer.ways().pukLocked();
        if (locked) {
            return List.of(RoutePanel.of(pukLocked, look, frame));
        }
        Route unblocking = signer.ways().unblocking();
        return unblocking.equals(pukLocked)
                ? List.of(RoutePanel.of(unblocking, look, frame))
                : List.of(RoutePanel.of(unblocking, look, frame), RoutePanel.ofPukLocked(pukLocked, look, frame));
    }
}
