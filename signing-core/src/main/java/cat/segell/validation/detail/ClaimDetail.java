// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.detail;

import java.util.List;
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
 */
public record ClaimDetail(
        Optional<String> reason,
        Optional<String> location,
        List<String> roles,
        List<String> commitments,
        Optional<String> policy,
        Optional<String> field,
        Optional<Changes> certifies) {

    public static final ClaimDetail NONE = new ClaimDetail(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** In the order of ISO 32000-2, table 257. */
    public enum Changes {
        NOTHING,
        FORMS,
        NOTES
    }

    public ClaimDetail {
        roles = List.copyOf(roles);
        commitments = List.copyOf(commitments);
    }
}
