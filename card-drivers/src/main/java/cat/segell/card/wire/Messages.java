// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

import cat.segell.credential.CredentialId;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.credential.algorithm.SignatureScheme;
import cat.segell.document.DigestAlgorithm;
import java.util.Set;

/** The one encoding of questions and answers, for both sides of the pipe. Both sides are always of the same build. */
public final class Messages {

    private Messages() {}

    /** The caller wipes the message after it was sent. */
    public static byte[] encode(Question question) {
        MessageWriter writer = new MessageWriter();
        switch (question) {
            case Question.Where() -> writer.number(1);
            case Question.Load() -> writer.number(2);
            case Question.Look() -> writer.number(3);
            case Question.Open(long session, CredentialId key, byte[] pin, boolean keypad, boolean keepPin) ->
                writer.number(4)
                        .number(session)
                        .text(key.certificateSha256())
                        .text(key.tokenSerial())
                        .text(key.keyId())
                        .block(pin)
                        .flag(keypad)
                        .flag(keepPin);
            case Question.Sign(long session, var algorithm, byte[] data, byte[] pin, boolean keypad) ->
                writer.number(5)
                        .number(session)
                        .choice(algorithm.scheme())
                        .choice(algorithm.digest())
                        .block(data)
                        .block(pin)
                        .flag(keypad);
            case Question.Close(long session) -> writer.number(6).number(session);
            case Question.About() -> writer.number(7);
            case Question.ChangePin(var token, byte[] present, byte[] fresh, boolean keypad) ->
                encode(writer.number(8), token).block(present).block(fresh).flag(keypad);
            case Question.Unblock(var token, byte[] puk, byte[] fresh, var way) ->
                encode(writer.number(9), token).block(puk).block(fresh).choice(way);
        }
        return writer.message();
    }

    /** The caller wipes the message. */
    public static Question question(byte[] message) throws FrameBroken {
        MessageReader reader = new MessageReader(message);
        Question question = switch (reader.number()) {
            case 1 -> new Question.Where();
            case 2 -> new Question.Load();
            case 3 -> new Question.Look();
            case 4 ->
                new Question.Open(
                        reader.longNumber(),
                        new CredentialId(reader.text(), reader.text(), reader.text()),
                        reader.block(),
                        reader.flag(),
                        reader.flag());
            case 5 ->
                new Question.Sign(
                        reader.longNumber(),
                        new SignatureAlgorithm(
                                reader.choice(SignatureScheme.class), reader.choice(DigestAlgorithm.class)),
                        reader.block(),
                        reader.block(),
                        reader.flag());
            case 6 -> new Question.Close(reader.longNumber());
            case 7 -> new Question.About();
            case 8 -> new Question.ChangePin(tokenName(reader), reader.block(), reader.block(), reader.flag());
            case 9 ->
                new Question.Unblock(
                        tokenName(reader), reader.block(), reader.block(), reader.choice(Question.Unblock.Way.class));
            default -> throw new FrameBroken("unknown question");
        };
        reader.end();
        return question;
    }

    private static Question.TokenName tokenName(MessageReader reader) throws FrameBroken {
        return new Question.TokenName(reader.text(), reader.text(), Set.copyOf(reader.list(reader::text)));
    }

    private static MessageWriter encode(MessageWriter writer, Question.TokenName token) {
        writer.text(token.label()).text(token.serial());
        writer.number(token.certificates().size());
        token.certificates().forEach(writer::text);
        return writer;
    }

    public static byte[] encode(Answer answer) {
        MessageWriter writer = new MessageWriter();
        switch (answer) {
            case Answer.Seen seen -> encode(writer.number(1), seen);
            case Answer.Opened(boolean pinEachTime) -> writer.number(2).flag(pinEachTime);
            case Answer.Signed(byte[] value) -> writer.number(3).block(value);
            case Answer.Done() -> writer.number(4);
            case Answer.TokenGone() -> writer.number(5);
            case Answer.KeyGone() -> writer.number(6);
            case Answer.PinNeeded() -> writer.number(7);
            case Answer.NotAModule() -> writer.number(8);
            case Answer.Failed failed -> encode(writer.number(9), failed);
            case Answer.At(String call) -> writer.number(10).text(call);
            case Answer.Is(String manufacturer, String description, String version) ->
                writer.number(11).text(manufacturer).text(description).text(version);
            case Answer.TokensAlike() -> writer.number(12);
        }
        return writer.message();
    }

    public static Answer answer(byte[] message) throws FrameBroken {
        MessageReader reader = new MessageReader(message);
        Answer answer = switch (reader.number()) {
            case 1 ->
                new Answer.Seen(
                        reader.list(() -> token(reader)), reader.list(() -> failed(reader)), reader.list(reader::text));
            case 2 -> new Answer.Opened(reader.flag());
            case 3 -> new Answer.Signed(reader.block());
            case 4 -> new Answer.Done();
            case 5 -> new Answer.TokenGone();
            case 6 -> new Answer.KeyGone();
            case 7 -> new Answer.PinNeeded();
            case 8 -> new Answer.NotAModule();
            case 9 -> failed(reader);
            case 10 -> new Answer.At(reader.text());
            case 11 -> new Answer.Is(reader.text(), reader.text(), reader.text());
            case 12 -> new Answer.TokensAlike();
            default -> throw new FrameBroken("unknown answer");
        };
        reader.end();
        return answer;
    }

    private static void encode(MessageWriter writer, Answer.Seen seen) {
        writer.number(seen.tokens().size());
        for (SeenToken token : seen.tokens()) {
            writer.text(token.label())
                    .text(token.manufacturer())
                    .text(token.model())
                    .text(token.serial());
            SeenToken.State state = token.state();
            writer.number(state.flags())
                    .number(state.shortestPin())
                    .number(state.longestPin())
                    .flag(token.device())
                    .text(token.slot());
            writer.number(token.objects().size());
            for (SeenObject object : token.objects()) {
                writer.choice(object.kind())
                        .text(object.id())
                        .text(object.label())
                        .block(object.value())
                        .flag(object.pinEachTime());
            }
        }
        writer.number(seen.failures().size());
        seen.failures().forEach(failed -> encode(writer, failed));
        writer.number(seen.foreign().size());
        seen.foreign().forEach(writer::text);
    }

    private static void encode(MessageWriter writer, Answer.Failed failed) {
        writer.text(failed.call()).number(failed.code());
    }

    private static SeenToken token(MessageReader reader) throws FrameBroken {
        return new SeenToken(
                reader.text(),
                reader.text(),
                reader.text(),
                reader.text(),
                new SeenToken.State(reader.longNumber(), reader.longNumber(), reader.longNumber()),
                reader.flag(),
                reader.text(),
                reader.list(() -> object(reader)));
    }

    private static SeenObject object(MessageReader reader) throws FrameBroken {
        return new SeenObject(
                reader.choice(SeenObject.Kind.class), reader.text(), reader.text(), reader.block(), reader.flag());
    }

    private static Answer.Failed failed(MessageReader reader) throws FrameBroken {
        return new Answer.Failed(reader.text(), reader.longNumber());
    }
}
