// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.proof;

import cat.segell.notary.merkle.Hash;
import cat.segell.notary.merkle.MerkleTree;
import cat.segell.notary.note.Base64Text;
import cat.segell.notary.note.Checkpoint;
import cat.segell.notary.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A self-contained proof that an entry is in a log (C2SP tlog-proof). What {@link #parse} accepts, {@link #bytes} writes
 * again byte for byte: a proof has one spelling.
 *
 * @param extra opaque here
 * @param path from the leaf's sibling up to the root's child
 * @param checkpoint signed; holds the root that the path must lead to
 */
public record TlogProof(Optional<byte[]> extra, long index, List<Hash> path, SignedNote checkpoint) {

    /** Of a whole proof in bytes; 64 signatures of the largest kind would not fit, 16 do. */
    public static final int MAX_LENGTH = 256 * 1024;

    private static final String HEADER = "c2sp.org/tlog-proof@v1\n";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final String BLANK_LINE = "\n\n";

    public TlogProof {
        if (index < 0 || path.size() > MerkleTree.MAX_PATH) {
            throw new IllegalArgumentException("no proof of entry " + index);
        }
        extra = extra.map(byte[]::clone);
        path = List.copyOf(path);
    }

    /** Nothing where these bytes are no proof; never fails in another way, whatever they are. */
    public static Optional<TlogProof> parse(byte[] proof) {
        if (proof.length > MAX_LENGTH) {
            return Optional.empty();
        }
        return SignedNote.text(proof).filter(text -> text.startsWith(HEADER)).flatMap(TlogProof::parse);
    }

    private static Optional<TlogProof> parse(String text) {
        int blank = text.indexOf(BLANK_LINE);
        if (blank < HEADER.length()) {
            return Optional.empty();
        }
        List<String> lines = text.substring(HEADER.length(), blank).lines().toList();
        Optional<byte[]> extra = after(EXTRA, lines.getFirst()).flatMap(Base64Text::decode);
        List<String> rest = extra.isPresent() ? lines.subList(1, lines.size()) : lines;
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> index = after(INDEX, rest.getFirst()).flatMap(Checkpoint::decimal);
        Optional<List<Hash>> path = path(rest.subList(1, rest.size()));
        Optional<SignedNote> checkpoint = SignedNote.parse(text.substring(blank + BLANK_LINE.length()));
        if (index.isEmpty() || path.isEmpty() || checkpoint.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TlogProof(extra, index.get(), path.get(), checkpoint.get()));
    }

    private static Optional<String> after(String start, String line) {
        return line.startsWith(start) ? Optional.of(line.substring(start.length())) : Optional.empty();
    }

    private static Optional<List<Hash>> path(List<String> lines) {
        if (lines.size() > MerkleTree.MAX_PATH) {
            return Optional.empty();
        }
        List<Hash> path = new ArrayList<>();
        for (String line : lines) {
            Optional<byte[]> hash = Base64Text.decode(line).filter(bytes -> bytes.length == Hash.LENGTH);
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            path.add(new Hash(hash.get()));
        }
        return Optional.of(path);
    }

    /** The content of a {@code .tlog-proof} file. */
    public byte[] bytes() {
        StringBuilder proof = new StringBuilder(HEADER);
        extra.ifPresent(
                bytes -> proof.append(EXTRA).append(Base64Text.encode(bytes)).append('\n'));
        proof.append(INDEX).append(index).append('\n');
        path.forEach(hash -> proof.append(hash.base64()).append('\n'));
        proof.append('\n').append(new String(checkpoint.bytes(), StandardCharsets.UTF_8));
        return proof.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> extra() {
        return extra.map(byte[]::clone);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TlogProof proof && Arrays.equals(proof.bytes(), bytes());
    }

    @Override
    public int hashCode() {
        return Objects.hash(index, path, checkpoint);
    }
}
