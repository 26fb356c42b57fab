// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import java.util.Locale;

/** The certificates of the practice set that have a private key. */
enum PracticeProfile {
    SIGNATURE("01"),
    AUTHENTICATION("02"),
    /** Somebody else, who signed before: for documents with an older signature. Not on the card that a person sees. */
    MAYOR("03"),
    TIMESTAMPS("04");

    private final String keyId;

    PracticeProfile(String keyId) {
        this.keyId = keyId;
    }

    /** As CKA_ID on a real card. */
    String keyId() {
        return keyId;
    }

    String certificateFile() {
        return word() + ".cer";
    }

    String keyFile() {
        return word() + ".p12";
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
