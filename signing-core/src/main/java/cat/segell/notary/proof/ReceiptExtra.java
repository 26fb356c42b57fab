// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.proof;

import cat.segell.notary.Metadata;
import cat.segell.notary.merkle.Hash;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What our receipts carry in their {@code extra} line: version (1 byte), document digest (32), nonce (32), metadata as
 * canonical JSON (the rest). Untrusted until the commitment made from it leads to a signed root.
 *
 * @param document SHA-256 of the file, which says "another document" apart from "a broken receipt"
 */
public record ReceiptExtra(Hash document, Hash nonce, Metadata metadata) {

    private static final byte VERSION = 1;
    private static final int FIXED = 1 + Hash.LENGTH + Hash.LENGTH;
    /** Far more than all metadata can need. */
    private static final int MAX_LENGTH = 16 * 1024;

    /** Nothing where these bytes are not ours. */
    static Optional<ReceiptExtra> parse(byte[] extra) {
        if (extra.length < FIXED || extra.length > MAX_LENGTH || extra[0] != VERSION) {
            return Optional.empty();
        }
        ByteBuffer rest = ByteBuffer.wrap(extra, 1, extra.length - 1);
        Hash document = Hash.read(rest);
        Hash nonce = Hash.read(rest);
        byte[] json = new byte[rest.remaining()];
        rest.get(json);
        return MetadataJson.read(json).map(metadata -> new ReceiptExtra(document, nonce, metadata));
    }

    public byte[] bytes() {
        byte[] json = MetadataJson.write(metadata);
        ByteBuffer extra = ByteBuffer.allocate(FIXED + json.length).put(VERSION);
        document.write(extra);
        nonce.write(extra);
        return extra.put(json).array();
    }

    /** Of the document that it names. */
    public Commitment commitment() {
        return commitmentOf(document);
    }

    /** Of another document under the same nonce and metadata. */
    Commitment commitmentOf(Hash other) {
        return Commitment.of(other, nonce, metadata);
    }
}
