// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.pinchange;

import cat.segell.credential.pinchange.NewPinRequest.Secret;
import cat.segell.ui.desk.SignerOption;

/**
 * Whose card gets another PIN, and what comes then.
 *
 * @param with what allows the change
 * @param signing whether somebody waits to sign with it
 * @param done once the card has its new PIN and the person has seen it
 * @param cancelled once the person doesn't want to any more
 */
public record PinChangeJob(SignerOption signer, Secret with, boolean signing, Runnable done, Runnable cancelled) {

    /** For its own sake. */
    public static PinChangeJob alone(SignerOption signer, Secret with) {
        return new PinChangeJob(signer, with, false, () -> {}, () -> {});
    }

    /** On the way to a signature, which goes on afterwards. */
    public static PinChangeJob beforeSigning(SignerOption signer, Secret with, Runnable done, Runnable cancelled) {
        return new PinChangeJob(signer, with, true, done, cancelled);
    }
}
