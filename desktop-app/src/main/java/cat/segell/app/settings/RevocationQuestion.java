// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

/** When a certificate's issuer is asked, before signing, whether it was revoked. */
public enum RevocationQuestion {
    NEVER("never"),
    /**
     * Where an authority that is believed here issued it, as when verifying, and where a batch makes connections anyway. A fresh
     * machine believes nobody, and makes none.
     */
    BELIEVED("believed"),
    /** Where a batch makes connections anyway: it is time-stamped by an authority on the network. */
    WITH_TSA("with-tsa"),
    ALWAYS("always");

    private final String word;

    RevocationQuestion(String word) {
        this.word = word;
    }

    /** As in files. */
    public String word() {
        return word;
    }
}
