// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.proof;

import cat.segell.notary.Metadata;
import cat.segell.notary.merkle.Hash;

/**
 * What stands for a document in the log: {@code C = SHA-256(min(d,N) || max(d,N))} with {@code N = SHA-256(nonce ||
 * metadata)}. Without the nonce it can't be linked to the document, not even by one who holds the document.
 *
 * @param value the 32 bytes that are the log's entry, the only thing that leaves this package for the log
 */
public record Commitment(Hash value) {

    /**
     * @param document SHA-256 of the file
     * @param nonce from a {@link Blinding}
     */
    public static Commitment of(Hash document, Hash nonce, Metadata metadata) {
        Hash blinded = Hash.of(nonce.value(), MetadataJson.write(metadata));
        // Sorted, so that it is an RFC 4998 chain and an OpenTimestamps operation as it stands.
        return document.compareTo(blinded) <= 0
                ? new Commitment(Hash.of(document.value(), blinded.value()))
                : new Commitment(Hash.of(blinded.value(), document.value()));
    }
}
