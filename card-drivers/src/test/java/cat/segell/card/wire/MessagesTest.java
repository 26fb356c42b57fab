// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cat.segell.credential.CredentialId;
import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.credential.algorithm.SignatureScheme;
import cat.segell.document.DigestAlgorithm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    static Stream<Question> questions() {
        return Stream.of(
                new Question.Where(),
                new Question.Load(),
                new Question.Look(),
                new Question.About(),
                new Question.Open(
                        7,
                        new CredentialId("ab".repeat(32), "sèrie", "01ff"),
                        new byte[] {'1', '2', '3', '4'},
                        false,
                        true),
                new Question.Open(8, new CredentialId("ab".repeat(32), "", ""), new byte[0], true, false),
                new Question.Sign(
                        -1,
                        new SignatureAlgorithm(SignatureScheme.RSA_PSS, DigestAlgorithm.SHA384),
                        new byte[48],
                        "pin".repeat(300).getBytes(StandardCharsets.UTF_8),
                        true),
                new Question.Close(Long.MAX_VALUE),
                new Question.ChangePin(
                        new Question.TokenName("etiqueta", "01", Set.of("ab", "cd")),
                        new byte[] {'1'},
                        new byte[] {'2', '3'},
                        false),
                new Question.ChangePin(new Question.TokenName("", "", Set.of()), new byte[0], new byte[0], true),
                new Question.Unblock(
                        new Question.TokenName("T-CAT", "sèrie", Set.of("ef")),
                        new byte[] {'8'},
                        new byte[] {'9'},
                        Question.Unblock.Way.OPENSC));
    }

    static Stream<Answer> answers() {
        SeenObject object = new SeenObject(SeenObject.Kind.CERTIFICATE, "01", "certificat", new byte[1000], true);
        SeenToken token = new SeenToken(
                "T-CAT",
                "AOC",
                "model",
                "123",
                new SeenToken.State(0x40d, 4, -1),
                true,
                "Reader 00 00",
                List.of(object, object));
        return Stream.of(
                new Answer.Seen(
                        List.of(token, token),
                        List.of(new Answer.Failed("C_GetTokenInfo", 0xE1)),
                        List.of("Reader 01 00")),
                new Answer.Seen(List.of(), List.of(), List.of()),
                new Answer.Is("OpenSC Project", "OpenSC smartcard framework", "0.23"),
                new Answer.Opened(true),
                new Answer.At("C_Login"),
                new Answer.Signed(new byte[] {1, 2, 3}),
                new Answer.Done(),
                new Answer.TokenGone(),
                new Answer.TokensAlike(),
                new Answer.KeyGone(),
                new Answer.PinNeeded(),
                new Answer.NotAModule(),
                new Answer.Failed("C_Sign", 0x8000_0000_0000_0001L));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void questionsArriveAsTheyWereSent(Question question) throws Exception {
        assertThat(Messages.question(Messages.encode(question)))
                .usingRecursiveComparison()
                .isEqualTo(question);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersArriveAsTheyWereSent(Answer answer) throws Exception {
        assertThat(Messages.answer(Messages.encode(answer)))
                .usingRecursiveComparison()
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void refusesCutOffAndLengthenedAnswers(Answer answer) {
        byte[] whole = Messages.encode(answer);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(FrameBroken.class).isThrownBy(() -> Messages.answer(cut));
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThatExceptionOfType(FrameBroken.class).isThrownBy(() -> Messages.answer(longer));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void refusesCutOffQuestions(Question question) {
        byte[] whole = Messages.encode(question);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(FrameBroken.class).isThrownBy(() -> Messages.question(cut));
        }
    }

    @Test
    void refusesSizesThatLie() {
        for (int size : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1000}) {
            byte[] lie = ByteBuffer.allocate(8).putInt(1).putInt(size).array();
            assertThatExceptionOfType(FrameBroken.class).isThrownBy(() -> Messages.answer(lie));
        }
    }

    @Test
    void garbageIsBrokenAndNothingElse() {
        Random random = new Random(11);
        int broken = 0;
        for (int round = 0; round < 5000; round++) {
            byte[] garbage = new byte[random.nextInt(60)];
            random.nextBytes(garbage);
            if (garbage.length > 4) {
                Arrays.fill(garbage, 0, 3, (byte) 0);
                garbage[3] = (byte) (1 + random.nextInt(10));
            }
            try {
                Messages.answer(garbage);
                Messages.question(garbage);
            } catch (FrameBroken expected) {
                broken++;
            }
        }
        assertThat(broken).isGreaterThan(4500);
    }
}
