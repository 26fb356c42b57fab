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
        without(ForgottenPin.From.LOCKED);
    }

    private void without(ForgottenPin.From from) {
        signer().ifPresent(signer ->
                forgotten.show(signer, from, () -> {}, () -> model.changePin(signer, Secret.PUK, () -> {})));
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

    /**
     * Where the card's issuer, or the PUK, leads on.
     *
     * @param words of the button that shows it
     */
    record Way(String words, Runnable show) {}

    Optional<Way> way(Problem problem) {
        return signer().filter(SignerOption::real).flatMap(_ -> from(problem)).map(this::way);
    }

    private Way way(ForgottenPin.From from) {
        String words = switch (from) {
            case LOCKED -> "pin.unblock";
            case PUK_LOCKED -> "pin.replace";
            case UNSET -> "pin.set";
            case QUESTION, ELSEWHERE -> "pin.forgotten";
        };
        return new Way(words, () -> without(from));
    }

    private static Optional<ForgottenPin.From> from(Problem problem) {
        if (problem instanceof PinProblem.TokenLocked) {
            return Optional.of(ForgottenPin.From.LOCKED);
        }
        if (problem instanceof PinProblem.PukLocked) {
            return Optional.of(ForgottenPin.From.PUK_LOCKED);
        }
        return problem instanceof PinProblem.PinNotSet ? Optional.of(ForgottenPin.From.UNSET) : Optional.empty();
    }

    void change() {
        signer().ifPresent(signer -> model.changePin(signer, Secret.PIN, () -> {}));
    }

    /** Whose PIN was asked for, or would have been. */
    private Optional<SignerOption> signer() {
        return model.batch().signer();
    }
}
