// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.note;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.notary.merkle.Hash;
import cat.segell.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** From the documentation of Go's golang.org/x/mod/sumdb/note. */
    private static final String FOREIGN_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String FOREIGN_TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String FOREIGN_LINE =
            "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private final LogKey key = LogKey.generate();

    private static SignedNote parse(String note) {
        return SignedNote.parse(utf8(note)).orElseThrow();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void verifiesANoteThatGoSigned() throws ProblemException {
        LogVerifierKey foreign = LogVerifierKey.parse(FOREIGN_KEY);
        SignedNote note = parse(FOREIGN_TEXT + "\n" + FOREIGN_LINE);
        assertThat(note.check(foreign)).isEqualTo(KeyVerdict.SIGNED);
        assertThat(note.bytes()).isEqualTo(utf8(FOREIGN_TEXT + "\n" + FOREIGN_LINE));
        assertThat(foreign.vkey()).isEqualTo(FOREIGN_KEY);
    }

    @Test
    void refutesATextThatWasChanged() throws ProblemException {
        SignedNote note = parse(FOREIGN_TEXT.replace("answer", "Answer") + "\n" + FOREIGN_LINE);
        assertThat(note.check(LogVerifierKey.parse(FOREIGN_KEY))).isEqualTo(KeyVerdict.REFUTED);
    }

    @Test
    void refutesANoteWithOneGoodAndOneBadSignatureOfTheSameKey() {
        SignedNote good = key.sign("text\n");
        String bad = new String(key.sign("other\n").bytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()
                .getLast();
        SignedNote both = parse(new String(good.bytes(), StandardCharsets.UTF_8) + bad + "\n");
        assertThat(good.check(key.verifier())).isEqualTo(KeyVerdict.SIGNED);
        assertThat(both.check(key.verifier())).isEqualTo(KeyVerdict.REFUTED);
    }

    @Test
    void ignoresSignaturesOfStrangers() {
        String note = new String(key.sign("text\n").bytes(), StandardCharsets.UTF_8) + FOREIGN_LINE;
        assertThat(parse(note).check(key.verifier())).isEqualTo(KeyVerdict.SIGNED);
        assertThat(parse(note).check(LogKey.generate().verifier())).isEqualTo(KeyVerdict.SILENT);
    }

    @Test
    void aKeyOfTheSameNameIsAnotherKey() {
        LogKey twin = LogKey.generate(key.verifier().name());
        assertThat(key.sign("text\n").check(twin.verifier())).isEqualTo(KeyVerdict.SILENT);
    }

    @Test
    void keepsEmptyLinesInTheText() {
        SignedNote note = key.sign("one\n\n\ntwo\n");
        assertThat(SignedNote.parse(note.bytes())).contains(note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAAAA==\n", // a key's id and no signature
                "text\n\n\u2014 name AAAAAAA\n", // no padding
                "text\n\n\u2014 name AAAAAAB=\n", // spare bits that aren't zero
                "text\n\n\u2014 na+me AAAAAAA=\n",
                "text\n\n\u2014  AAAAAAA=\n",
                "text\n\n\u2014 na\u00a0me AAAAAAA=\n",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n\u2014 name AAAAAAA=", // no line end
                "text\n\n\u2014 name AAAAAAA=\nmore\n",
                "text\r\n\r\n\u2014 name AAAAAAA=\r\n",
                "te\u0000xt\n\n\u2014 name AAAAAAA=\n",
                "te\txt\n\n\u2014 name AAAAAAA=\n",
            })
    void refusesWhatIsNoNote(String note) {
        assertThat(SignedNote.parse(utf8(note))).isEmpty();
    }

    @Test
    void readsTheSmallestNote() {
        assertThat(SignedNote.parse(utf8("text\n\n\u2014 name AAAAAAA=\n"))).isPresent();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] note = utf8("text\n\n\u2014 name AAAAAAA=\n");
        note[1] = (byte) 0xff;
        assertThat(SignedNote.parse(note)).isEmpty();
    }

    @Test
    void refusesMoreSignaturesThanAnyoneNeeds() {
        String line = "\u2014 name AAAAAAA=\n";
        assertThat(SignedNote.parse(utf8("text\n\n" + line.repeat(SignedNote.MAX_SIGNATURES))))
                .isPresent();
        assertThat(SignedNote.parse(utf8("text\n\n" + line.repeat(SignedNote.MAX_SIGNATURES + 1))))
                .isEmpty();
    }

    @Test
    void aKeyThatIsReadAgainIsTheSameKey() {
        LogKey again = LogKey.of(key.pkcs8(), key.verifier()).orElseThrow();
        assertThat(again.sign("text\n")).isEqualTo(key.sign("text\n"));
    }

    @Test
    void aKeyOfAnotherLogIsRefused() {
        assertThat(LogKey.of(key.pkcs8(), LogKey.generate().verifier())).isEmpty();
        assertThat(LogKey.of(new byte[48], key.verifier())).isEmpty();
        assertThat(LogKey.of(Arrays.copyOf(key.pkcs8(), 20), key.verifier())).isEmpty();
    }

    @Test
    void namesNobody() {
        assertThat(key.verifier().name()).matches("segell\\.local/[0-9a-f]{16}");
        assertThat(LogKey.generate().verifier().name())
                .isNotEqualTo(key.verifier().name());
        assertThat(key.toString()).isEqualTo("LogKey of " + key.verifier().name());
    }

    @Test
    void readsItsOwnCheckpoint() {
        Checkpoint checkpoint = new Checkpoint("segell.local/0", 5, Hash.of());
        assertThat(Checkpoint.parse(key.sign(checkpoint.text()))).contains(checkpoint);
        assertThat(Checkpoint.parse(key.sign(checkpoint.text() + "an extension\n")))
                .contains(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log\n5\n",
                "\n5\nRRRR\n",
                "log\n5\nAAAA\n",
                "log\n05\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "log\n-5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "log\n+5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "log\n\u0665\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", // a digit, but not an ASCII one
                "log\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "log\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "log\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nmore\n",
                "lo\u009bg\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", // a terminal's control sequence
                "lo\u202eg\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
            })
    void refusesWhatIsNoCheckpoint(String text) {
        assertThat(Checkpoint.parse(key.sign(text))).isEmpty();
    }
}
