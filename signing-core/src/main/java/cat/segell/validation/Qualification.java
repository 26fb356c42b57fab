// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

/** What a signature is by the trusted lists, in the words of ETSI TS 119 172-4; the law calls only the first two qualified. */
public enum Qualification {
    QUALIFIED_SIGNATURE("QESig"),
    QUALIFIED_SEAL("QESeal"),
    /** Advanced, on a qualified certificate. */
    SIGNATURE_ON_QUALIFIED("AdESig-QC"),
    SEAL_ON_QUALIFIED("AdESeal-QC"),
    SIGNATURE("AdESig"),
    SEAL("AdESeal");

    private final String word;

    Qualification(String word) {
        this.word = word;
    }

    /** As in JSON. */
    public String word() {
        return word;
    }
}
