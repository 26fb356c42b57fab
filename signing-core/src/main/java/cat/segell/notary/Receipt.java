// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

/**
 * Evidence that a document was recorded.
 *
 * @param log origin line of the log
 * @param index of the entry, from 0
 * @param proof the whole {@code .tlog-proof} file (C2SP tlog-proof)
 */
public record Receipt(String log, long index, byte[] proof) {

    public Receipt {
        proof = proof.clone();
    }

    @Override
    public byte[] proof() {
        return proof.clone();
    }
}
