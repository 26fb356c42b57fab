// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pinchange;

import cat.segell.card.host.Cancellation;
import cat.segell.card.host.HostSetup;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.pkcs11.CardKinds;
import cat.segell.card.pkcs11.CardPresence;
import cat.segell.card.pkcs11.Pkcs11Modules;
import cat.segell.card.token.Pkcs11Token;
import cat.segell.card.wire.Answer;
import cat.segell.card.wire.Question;
import cat.segell.card.wire.Question.TokenName;
import cat.segell.card.wire.Question.Unblock.Way;
import cat.segell.credential.Pin;
import cat.segell.credential.PinState;
import cat.segell.credential.Token;
import cat.segell.credential.pinchange.NewPinEntry;
import cat.segell.credential.pinchange.NewPinRequest;
import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.credential.pinchange.PinChange;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.PinChangeUnsupported;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.KeyProblem.TokensAlike;
import cat.segell.problem.KeyProblem.UnblockUnsupported;
import cat.segell.problem.PinProblem;
import cat.segell.problem.PinProblem.NewPinLength;
import cat.segell.problem.PinProblem.NewPinSame;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinChangeUncertain;
import cat.segell.problem.PinProblem.PinLength;
import cat.segell.problem.PinProblem.PinToBeChanged;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** Changes the PINs of tokens behind PKCS#11 modules, each time in processes of its own. */
public final class Pkcs11PinChange implements PinChange {

    private static final byte[] NOTHING = new byte[0];

    /** What modules of OpenSC call their maker. */
    private static final String OPENSC = "OpenSC";

    private final Supplier<List<KnownModule>> known;
    private final HostSetup setup;
    private final CardPresence presence;
    private final CardKinds kinds;

    /**
     * @param known modules that are looked at without being named
     * @param kinds tells whose PUK goes where
     */
    public Pkcs11PinChange(Supplier<List<KnownModule>> known, HostSetup setup, CardPresence presence, CardKinds kinds) {
        this.known = known;
        this.setup = setup;
        this.presence = presence;
        this.kinds = kinds;
    }

    @Override
    public Token change(TokenChoice choice, NewPinEntry entry) throws ProblemException {
        try (Pkcs11Modules modules = new Pkcs11Modules(setup, presence)) {
            TokenSearch.Found found = new TokenSearch(modules, known.get()).only(choice);
            Token token = found.token().token();
            demandChangeable(found.token());
            NewPinRequest request = request(found, Secret.PIN, token.onLastTry());
            TokenName name = found.token().name();
            if (token.keypad()) {
                Cancellation cancellation = new Cancellation();
                entry.onReader(request, cancellation::cancel);
                return ask(found, request, new Question.ChangePin(name, NOTHING, NOTHING, true), cancellation);
            }
            return enter(
                    found, request, entry, (present, fresh) -> new Question.ChangePin(name, present, fresh, false));
        }
    }

    private static NewPinRequest request(TokenSearch.Found found, Secret with, boolean lastTry) {
        Pkcs11Token seen = found.token();
        return new NewPinRequest(
                seen.token(), with, lastTry, seen.pinLengths(), seen.inSlot().credentials());
    }

    private static void demandChangeable(Pkcs11Token seen) throws ProblemException {
        Token token = seen.token();
        // It lacks more than a PIN.
        if (token.pin() == PinState.NOT_SET && seen.isEmpty()) {
            throw new ProblemException(new TokenEmpty(token.label()));
        }
        if (token.pin() == PinState.NOT_NEEDED) {
            throw new ProblemException(new PinChangeUnsupported(token.label()));
        }
        // What the card was delivered with is changed just so.
        Optional<PinProblem> hindrance = token.hindrance().filter(each -> !(each instanceof PinToBeChanged));
        if (hindrance.isPresent()) {
            throw new ProblemException(hindrance.get());
        }
    }

    @Override
    public Token unblock(TokenChoice choice, NewPinEntry entry) throws ProblemException {
        try (OpenScUnblocking openSc = openSc();
                Pkcs11Modules modules = new Pkcs11Modules(openSc.setup(), presence)) {
            TokenSearch.Found found = new TokenSearch(modules, known.get()).only(choice);
            Token token = found.token().token();
            if (found.token().has(PKCS11Constants.CKF_SO_PIN_LOCKED)) {
                throw new ProblemException(new PukLocked(token.label()));
            }
            if (token.pin() == PinState.NOT_NEEDED || token.keypad()) {
                throw new ProblemException(new UnblockUnsupported(token.label()));
            }
            Way way = way(found);
            boolean lastTry = found.token().has(PKCS11Constants.CKF_SO_PIN_FINAL_TRY);
            NewPinRequest request = request(found, Secret.PUK, lastTry);
            TokenName name = found.token().name();
            return enter(found, request, entry, (puk, fresh) -> new Question.Unblock(name, puk, fresh, way));
        }
    }

    /** @throws ProblemException {@code UNBLOCK-UNSUPPORTED} where it isn't known where this card takes its PUK */
    private Way way(TokenSearch.Found found) throws ProblemException {
        boolean openSc =
                found.host().ask(new Question.About()).answer() instanceof Answer.Is(String maker, String _, String _)
                        && maker.startsWith(OPENSC);
        if (openSc) {
            return Way.OPENSC;
        }
        if (kinds.pukIsOfficers(found.token())) {
            return Way.OFFICER;
        }
        throw new ProblemException(new UnblockUnsupported(found.token().token().label()));
    }

    private OpenScUnblocking openSc() throws ProblemException {
        try {
            return OpenScUnblocking.of(setup);
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(setup.folder()), e);
        }
    }

    @FunctionalInterface
    private interface Asking {
        Question with(byte[] present, byte[] fresh);
    }

    private static Token enter(TokenSearch.Found found, NewPinRequest request, NewPinEntry entry, Asking asking)
            throws ProblemException {
        try (Pin present = entry.present(request)) {
            byte[] old = present.utf8();
            try {
                demandLength(old, request);
                return enter(found, request, entry, old, asking);
            } finally {
                Arrays.fill(old, (byte) 0);
            }
        }
    }

    private static Token enter(
            TokenSearch.Found found, NewPinRequest request, NewPinEntry entry, byte[] old, Asking asking)
            throws ProblemException {
        try (Pin fresh = entry.fresh(request)) {
            byte[] next = fresh.utf8();
            try {
                if (!request.lengths().allow(next.length)) {
                    throw new ProblemException(new NewPinLength(
                            request.token().label(),
                            request.lengths().shortest(),
                            request.lengths().longest()));
                }
                // Whoever is told of a changed PIN believes that the old one is worth nothing any more.
                if (request.with() == Secret.PIN && Arrays.equals(old, next)) {
                    throw new ProblemException(new NewPinSame(request.token().label()));
                }
                return ask(found, request, asking.with(old, next), new Cancellation());
            } finally {
                Arrays.fill(next, (byte) 0);
            }
        }
    }

    /** A PUK's length is its own; the token doesn't tell it. */
    private static void demandLength(byte[] present, NewPinRequest request) throws ProblemException {
        if (request.with() == Secret.PIN && !request.lengths().allow(present.length)) {
            throw new ProblemException(new PinLength(
                    request.token().label(),
                    request.lengths().shortest(),
                    request.lengths().longest()));
        }
    }

    private static Token ask(
            TokenSearch.Found found, NewPinRequest request, Question question, Cancellation cancellation)
            throws ProblemException {
        // A driver that can't be started again fails here, before anything is sent.
        Answer ready = found.host().ask(new Question.Load()).answer();
        if (cancellation.cancelled()) {
            throw new ProblemException(new PinCancelled());
        }
        Answer answer = ready instanceof Answer.Done ? send(found, request, question, cancellation) : ready;
        if (answer instanceof Answer.Done) {
            return request.token();
        }
        throw new ProblemException(refusal(answer, found, request));
    }

    /** A driver that hangs or crashes, or a person who doesn't wait: the token may have done what it was asked, or not. */
    private static Answer send(
            TokenSearch.Found found, NewPinRequest request, Question question, Cancellation cancellation)
            throws ProblemException {
        try {
            return found.host().ask(question, cancellation).answer();
        } catch (ProblemException e) {
            throw new ProblemException(new PinChangeUncertain(request.token().label(), e.problem()), e);
        }
    }

    private static Problem refusal(Answer answer, TokenSearch.Found found, NewPinRequest request) {
        Path module = found.host().module().named();
        String label = request.token().label();
        if (answer instanceof Answer.Failed failed) {
            return new PinChangeProblem(module, label, request.with()).of(failed);
        }
        if (answer instanceof Answer.TokensAlike) {
            return new TokensAlike(label);
        }
        return answer instanceof Answer.NotAModule ? new DriverInvalid(module) : new TokenRemoved(label);
    }
}
