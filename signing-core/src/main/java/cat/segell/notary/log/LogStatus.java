// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.log;

import cat.segell.notary.log.LogIdentity.Signed;
import cat.segell.notary.note.LogVerifierKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A log as it stands. A checkpoint of this kind tells no time.
 *
 * @param verifier its public key; its name is the log's origin line
 * @param size number of entries
 * @param root lower-case hex
 * @param checkpoint the whole signed note
 */
public record LogStatus(Path folder, LogVerifierKey verifier, long size, String root, String checkpoint) {

    static LogStatus of(Path folder, LogVerifierKey verifier, Signed signed) {
        return new LogStatus(
                folder,
                verifier,
                signed.checkpoint().size(),
                signed.checkpoint().root().hex(),
                new String(signed.note().bytes(), StandardCharsets.UTF_8));
    }

    public String origin() {
        return verifier.name();
    }

    /** What a verifier of this log's receipts needs. */
    public String vkey() {
        return verifier.vkey();
    }
}
