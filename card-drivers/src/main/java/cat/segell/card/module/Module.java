// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import cat.segell.card.wire.Answer;
import cat.segell.card.wire.Question;
import iaik.pkcs.pkcs11.wrapper.CK_INFO;

/** Answers questions with a loaded module, in the child process, always on the same thread. */
final class Module {

    private final Cryptoki cryptoki;
    private final TokenSight sight;
    private final TokenPins pins;
    private final Logins logins;

    Module(Cryptoki cryptoki) {
        this.cryptoki = cryptoki;
        sight = new TokenSight(cryptoki);
        pins = new TokenPins(cryptoki, sight);
        logins = new Logins(cryptoki, sight);
    }

    Answer answer(Question question) {
        try {
            return switch (question) {
                case Question.Load _ -> new Answer.Done();
                case Question.Where _ -> throw new IllegalArgumentException("never reaches the module");
                case Question.Look _ -> sight.all();
                case Question.About _ -> about();
                case Question.Open open -> logins.open(open);
                case Question.Sign sign -> logins.sign(sign);
                case Question.Close(long session) -> logins.close(session);
                case Question.ChangePin change -> pins.change(change);
                case Question.Unblock unblock -> pins.unblock(unblock);
            };
        } catch (CryptokiFailure e) {
            return e.answer();
        }
    }

    private Answer about() throws CryptokiFailure {
        CK_INFO info = cryptoki.info();
        String version =
                Byte.toUnsignedInt(info.libraryVersion.major) + "." + Byte.toUnsignedInt(info.libraryVersion.minor);
        return new Answer.Is(TokenSight.text(info.manufacturerID), TokenSight.text(info.libraryDescription), version);
    }

    /** At the end of the process. */
    void finish() throws CryptokiFailure {
        logins.wipe();
        cryptoki.finish();
    }
}
