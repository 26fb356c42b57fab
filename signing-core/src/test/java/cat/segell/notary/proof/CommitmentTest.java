// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.notary.Metadata;
import cat.segell.notary.Metadata.Field;
import cat.segell.notary.merkle.Hash;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.MetadataInvalid;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitmentTest {

    private static final Hash DOCUMENT = Hash.of(new byte[] {1});

    private static byte[] both(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    @Test
    void isTheSortedHashOfDocumentAndBlindedMetadata() {
        int documentFirst = 0;
        for (byte i = 0; i < 20; i++) {
            Hash nonce = Hash.of(new byte[] {i});
            byte[] n = Hash.of(both(nonce.value(), "{}".getBytes(StandardCharsets.UTF_8)))
                    .value();
            byte[] d = DOCUMENT.value();
            boolean first = Arrays.compareUnsigned(d, n) < 0;
            documentFirst += first ? 1 : 0;
            assertThat(Commitment.of(DOCUMENT, nonce, Metadata.NONE).value())
                    .isEqualTo(Hash.of(first ? both(d, n) : both(n, d)));
        }
        assertThat(documentFirst).isBetween(1, 19);
    }

    @Test
    void writesMetadataInItsOneSpelling() throws ProblemException {
        Metadata metadata = Metadata.of(Map.of(
                Field.VERSION, "2",
                Field.KIND, "decret",
                Field.SERIES, "A \"B\" \\ /é€😀",
                Field.SUPERSEDES, "ab".repeat(32)));
        byte[] json = MetadataJson.write(metadata);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"kind\":\"decret\",\"series\":\"A \\\"B\\\" \\\\ /é€😀\",\"supersedes\":\""
                        + "ab".repeat(32) + "\",\"version\":\"2\"}");
        assertThat(MetadataJson.read(json)).contains(metadata);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000", "a\u009b", "a\u202eb", "a\u2028b", "\ud800"})
    void refusesValuesThatCannotBeShown(String value) {
        assertThatThrownBy(() -> Metadata.of(Map.of(Field.SERIES, value)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new MetadataInvalid("series")));
    }

    @Test
    void refusesValuesWithoutEndAndCommitmentsThatAreNone() {
        assertThat(Field.NUMBER.takes("9".repeat(Metadata.MAX_LENGTH))).isTrue();
        assertThat(Field.NUMBER.takes("9".repeat(Metadata.MAX_LENGTH + 1))).isFalse();
        assertThat(Field.SUPERSEDES.takes("ab".repeat(32))).isTrue();
        assertThat(Field.SUPERSEDES.takes("AB".repeat(32))).isFalse();
        assertThat(Field.SUPERSEDES.takes("ab".repeat(31))).isFalse();
    }

    /** RFC 4231 has no such case; this one was computed with {@code openssl mac}. */
    @Test
    void noncesAreHmacsOfTheEntrysPlace() {
        try (Blinding blinding = Blinding.of(new byte[32])) {
            assertThat(blinding.nonce(1).hex())
                    .isEqualTo("a4a11ce5fbe8f96bf3028035286c2c9274cd4259cbc224e37a73d971923903d3");
            assertThat(blinding.nonce(0)).isNotEqualTo(blinding.nonce(1));
        }
    }

    @Test
    void everyBatchHasItsOwnNonces() {
        try (Blinding one = Blinding.fresh();
                Blinding two = Blinding.fresh()) {
            assertThat(one.nonce(0)).isNotEqualTo(two.nonce(0));
        }
    }
}
