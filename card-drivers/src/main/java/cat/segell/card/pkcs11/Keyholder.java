// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.ModuleHost;
import cat.segell.card.token.Pkcs11Token;
import cat.segell.card.wire.Answer;
import cat.segell.card.wire.Question;
import cat.segell.credential.Credential;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinState;
import cat.segell.credential.PinUse;
import cat.segell.problem.KeyProblem.CertWithoutKey;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverHung;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Which key it is, and who enters its PIN. */
record Keyholder(Refind refind, PinUses uses, Credential credential, PinEntry entry) {

    private static final AtomicLong SESSIONS = new AtomicLong();

    /** Looks for the token again. */
    @FunctionalInterface
    interface Refind {
        Place place() throws ProblemException;
    }

    /**
     * @param token as it was seen just now
     * @param gone whether its card is known to be out of its reader
     */
    record Place(ModuleHost host, Pkcs11Token token, BooleanSupplier gone) {
        Path module() {
            return host.module().named();
        }

        /** A driver hangs where its card was pulled: then that is what a person must know. */
        ProblemException why(ProblemException silence) {
            return silence.problem() instanceof DriverHung && gone.getAsBoolean()
                    ? new ProblemException(new TokenRemoved(token.token().label()), silence)
                    : silence;
        }

        PinRequest request(Credential credential, PinUse use) {
            return new PinRequest(token.token(), Optional.of(credential), use);
        }
    }

    /** @param process of the host, with which the session ends */
    record Login(Place place, long session, long process, PinUse use) {

        /** The reader wants to be typed on for each signature. */
        boolean typedEachTime() {
            return use == PinUse.EACH_SIGNATURE && place.token().token().keypad();
        }
    }

    Login login() throws ProblemException {
        Place place = refind.place();
        long session = SESSIONS.incrementAndGet();
        try (Pkcs11Pin pin = ask(place, uses.expected(place, credential))) {
            ModuleHost.Reply reply = open(place, session, pin);
            if (!(reply.answer() instanceof Answer.Opened(boolean eachTime))) {
                throw new ProblemException(counted(refusal(reply.answer(), place, credential, "")));
            }
            entry.accepted(place.token().token());
            return new Login(place, session, reply.process(), uses.told(place, credential, eachTime));
        }
    }

    /** A refused PIN of which one try is left: tokens tell that with their flags only, which are as they were before it. */
    Problem counted(Problem problem) {
        return problem instanceof PinWrong(String label, OptionalInt left, boolean _) && left.isEmpty() && isOnLastTry()
                ? new PinWrong(label, OptionalInt.of(1))
                : problem;
    }

    private boolean isOnLastTry() {
        try {
            return refind.place().token().token().onLastTry();
        } catch (ProblemException untold) {
            return false;
        }
    }

    private ModuleHost.Reply open(Place place, long session, Pkcs11Pin pin) throws ProblemException {
        try {
            return place.host()
                    .ask(
                            new Question.Open(session, credential.id(), pin.bytes(), pin.keypad(), uses.oneEntry()),
                            pin.cancellation());
        } catch (ProblemException silence) {
            throw place.why(silence);
        }
    }

    private Pkcs11Pin ask(Place place, PinUse expected) throws ProblemException {
        PinRequest request = place.request(credential, expected);
        return request.token().pin() == PinState.NOT_NEEDED
                ? Pkcs11Pin.none()
                : Pkcs11Pin.ask(place.token(), request, entry);
    }

    static Problem refusal(Answer answer, Place place, Credential credential, String attempt) {
        String label = credential.token().label();
        return switch (answer) {
            case Answer.Failed failed -> new CkrProblem(place.module(), label, attempt).of(failed);
            case Answer.TokenGone() -> new TokenRemoved(label);
            case Answer.KeyGone() -> new CertWithoutKey(credential.key());
            case Answer.NotAModule() -> new DriverInvalid(place.module());
            case Answer.Seen _,
                    Answer.Is _,
                    Answer.Opened _,
                    Answer.Signed _,
                    Answer.Done _,
                    Answer.PinNeeded _,
                    Answer.TokensAlike _,
                    Answer.At _ -> new DriverCrashed(place.module());
        };
    }
}
