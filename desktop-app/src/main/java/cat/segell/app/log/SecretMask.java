// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.log;

/** What must not stand in a log: values behind the words for PINs and passwords, and identity numbers. */
final class SecretMask {

    /** What texts say of a PIN, a PUK or a password: nobody's secret is one of these words. */
    private static final String STATE =
            "(?:locked|blocked|correct|incorrect|wrong|refused|not|empty|missing|expired|needed)";

    /** "PIN: 1234", "pin-value=1234", {"pin":"1234"}, "password is secret"; not "PUK is locked". */
    private static final String SECRET = "(?i)\\b(pin(?:[-_ ]?value)?|puk|password|passwd|contrasenya|contrase.a)"
            + "([\"']?\\s*(?:=|:|\\bis\\b(?!\\s+" + STATE + "[.,;:)]?(?:\\s|$))\\s*:?)\\s*)(?:\"[^\"]*\"|'[^']*'|\\S+)";

    /** DNI and NIE as issued. */
    private static final String NIF = "\\b(?:[XYZxyz]-?\\d{7}|\\d{8})-?[A-Za-z]\\b";

    private SecretMask() {}

    static String mask(String text) {
        return text.replaceAll(SECRET, "$1$2***").replaceAll(NIF, "***");
    }
}
