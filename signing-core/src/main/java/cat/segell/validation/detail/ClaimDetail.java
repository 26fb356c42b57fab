// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.detail;

import cat.segell.text.Excerpt;
import java.util.Optional;

/**
 * What a signer says beside the signature, and signs. It is the signer's word: nobody has checked it.
 *
 * @param reason in words, which PDF alone has
 * @param location where it was signed
 * @param roles in which the signer claims to sign
 * @param commitments what the signature stands for: "approval", "creation", "delivery", "origin", "receipt", "sender" (ETSI TS
 *     119 172-1 annex B), or another's identifier
 * @param policy under which it was made, as an OID or address
 * @param field of a PDF in which it stands
 * @param certifies which later changes it allows, where it certifies the PDF
 * @param shortened whether one of these texts ends in three dots of ours
 */
public record ClaimDetail(
        Optional<String> reason,
        Optional<String> location,
        Excerpt roles,
        Excerpt commitments,
        Optional<String> policy,
        Optional<String> field,
        Optional<Changes> certifies,
        boolean shortened) {

    public static final ClaimDetail NONE = new ClaimDetail(
            Optional.empty(),
            Optional.empty(),
            Excerpt.NOTHING,
            Excerpt.NOTHING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    /** The same, which certifies the PDF so: its catalog says it. */
    ClaimDetail certifying(Optional<Changes> allowed) {
        return new ClaimDetail(reason, location, roles, commitments, policy, field, allowed, shortened);
    }

    /** In the order of ISO 32000-2, table 257. */
    public enum Changes {
        NOTHING,
        FORMS,
        NOTES
    }
}
