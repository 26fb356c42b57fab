// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.credential.Pin;
import cat.segell.credential.PinUse;
import cat.segell.credential.pinchange.NewPinEntry;
import cat.segell.credential.pinchange.NewPinRequest;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.problem.PinProblem.NewPinLength;
import cat.segell.problem.PinProblem.NewPinRefused;
import cat.segell.problem.PinProblem.NewPinSame;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinChangeRefused;
import cat.segell.problem.PinProblem.PinFormat;
import cat.segell.problem.PinProblem.PinLength;
import cat.segell.problem.PinProblem.PukWrong;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.ui.pin.PadQuestion;
import cat.segell.ui.pinchange.NewPinQuestion.Entered;
import java.util.Optional;

/** One change of a PIN, on the worker's thread: until the card has taken an entry, or nobody may enter another. */
record PinChangeRun(PinChange pins, Person person) {

    /** Whoever enters it. All is told on this thread. */
    interface Person {

        /** Doesn't want to any more. */
        boolean gone();

        void asked(NewPinQuestion question);

        /** Of the reader's own keys. */
        void sentToReader(PadQuestion question);

        /** Has agreed to what the reader asks: it is on its way. */
        void agreed();
    }

    void untilDone(Secret with, TokenChoice card) throws ProblemException {
        Optional<Problem> refusal = Optional.empty();
        while (true) {
            Entry entry = new Entry(refusal);
            try (entry) {
                change(with, card, entry);
                return;
            } catch (ProblemException e) {
                if (!entry.typed() || !ofTheEntry(e.problem())) {
                    throw e;
                }
                refusal = Optional.of(e.problem());
            }
        }
    }

    private void change(Secret with, TokenChoice card, Entry entry) throws ProblemException {
        switch (with) {
            case PIN -> pins.change(card, entry);
            case PUK -> pins.unblock(card, entry);
        }
    }

    /** Whether the person may enter something else. */
    private static boolean ofTheEntry(Problem problem) {
        return problem instanceof PinChangeRefused
                || problem instanceof PukWrong
                || problem instanceof PinLength
                || problem instanceof PinFormat
                || problem instanceof NewPinLength
                || problem instanceof NewPinRefused
                || problem instanceof NewPinSame;
    }

    /** For one attempt. */
    private final class Entry implements NewPinEntry, AutoCloseable {

        private final Optional<Problem> refusal;
        private Optional<Entered> entered = Optional.empty();

        Entry(Optional<Problem> refusal) {
            this.refusal = refusal;
        }

        @Override
        public Pin present(NewPinRequest request) throws ProblemException {
            demandWanted();
            NewPinQuestion question = new NewPinQuestion(request, refusal);
            person.asked(question);
            Entered both = question.await();
            entered = Optional.of(both);
            return both.present();
        }

        @Override
        public Pin fresh(NewPinRequest request) {
            return entered.orElseThrow().fresh();
        }

        @Override
        public void onReader(NewPinRequest request, Runnable cancel) throws ProblemException {
            demandWanted();
            PadQuestion question = new PadQuestion(request.token(), PinUse.LOGIN, request.lastTry(), cancel);
            person.sentToReader(question);
            question.awaitConsent();
            person.agreed();
        }

        private void demandWanted() throws ProblemException {
            if (person.gone()) {
                throw new ProblemException(new PinCancelled());
            }
        }

        /** Whether it was typed here; on a reader nobody would know why it asks again. */
        boolean typed() {
            return entered.isPresent();
        }

        @Override
        public void close() {
            entered.ifPresent(Entered::close);
        }
    }
}
