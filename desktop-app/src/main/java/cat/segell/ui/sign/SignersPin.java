// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.pinchange.ForgottenPin;
import cat.segell.ui.run.PinTrouble;
import java.util.Optional;

/** What is in the way of signing and has to do with the signer's PIN: from here to another PIN, and back to signing. */
final class SignersPin implements PinTrouble {

    private final SignViewModel model;
    private final ForgottenPin forgotten;

    SignersPin(SignViewModel model, ForgottenPin forgotten) {
        this.model = model;
        this.forgotten = forgotten;
    }

    @Override
    public void forgotten(Runnable back) {
        signer().ifPresent(signer -> forgotten.show(signer, ForgottenPin.From.QUESTION, back, () -> {
            model.batch().pin().cancel();
            // Whoever has second thoughts is asked for the PIN once more, as the card then says it is.
            model.changePin(signer, Secret.PUK, model::start);
        }));
    }

    @Override
    public void locked() {
        signer().ifPresent(signer -> forgotten.show(
                signer, ForgottenPin.From.LOCKED, () -> {}, () -> model.changePin(signer, Secret.PUK, () -> {})));
    }

    @Override
    public void unlockPractice() {
        model.signers().unlockPractice();
    }

    /** Whether another PIN would help, and it can be given here. */
    boolean helps(Problem problem) {
        boolean change = problem instanceof PinProblem.PinToBeChanged || problem instanceof PinProblem.PinExpired;
        return change && signer().flatMap(SignerOption::card).isPresent();
    }

    /** Whether the card's issuer, or the PUK, leads on. */
    boolean leadsOn(Problem problem) {
        boolean without = problem instanceof PinProblem.TokenLocked || problem instanceof PinProblem.PinNotSet;
        return without && signer().filter(SignerOption::real).isPresent();
    }

    void change() {
        signer().ifPresent(signer -> model.changePin(signer, Secret.PIN, () -> {}));
    }

    /** Whose PIN was asked for, or would have been. */
    private Optional<SignerOption> signer() {
        return model.batch().signer();
    }
}
