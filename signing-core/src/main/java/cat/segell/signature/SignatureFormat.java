// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

/** The formats that can be signed. */
public enum SignatureFormat {
    PADES;

    /** As on the command line. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
