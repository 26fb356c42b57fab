// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

/** Why a certificate was revoked, as its issuer says (RFC 5280 §5.3.1). A certificate on hold is told as suspended. */
public enum RevocationReason {
    UNSPECIFIED("unspecified"),
    KEY_COMPROMISE("keyCompromise"),
    CA_COMPROMISE("cACompromise"),
    AFFILIATION_CHANGED("affiliationChanged"),
    SUPERSEDED("superseded"),
    CESSATION_OF_OPERATION("cessationOfOperation"),
    PRIVILEGE_WITHDRAWN("privilegeWithdrawn");

    private final String word;

    RevocationReason(String word) {
        this.word = word;
    }

    /** The standard's name: in JSON, and in the keys of the texts. */
    @Override
    public String toString() {
        return word;
    }
}
