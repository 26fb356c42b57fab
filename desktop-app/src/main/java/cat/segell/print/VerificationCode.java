// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.CsvInvalid;
import cat.segell.problem.UsageProblem.CsvUrlInvalid;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code under which an organisation keeps a document for whoever wants to check it (codi segur de verificació), and where.
 *
 * @param address of just this document; absent where the organisation named none
 */
public record VerificationCode(String code, Optional<URI> address) {

    /** What stands for the code in the address that an organisation gives. */
    public static final String PLACE = "{csv}";

    /** Longer ones are nobody's, and nobody could type them. */
    static final int LONGEST_CODE = 64;

    /** More would make a picture that no camera reads from paper. */
    static final int LONGEST_TEMPLATE = 200;

    private static final String SCHEME = "https://";

    /** Signs that look the same to everybody, in the same order: no controls, and nothing that turns the writing's direction. */
    private static final Pattern CODE = Pattern.compile("[!-~](?:[ -~]*[!-~])?");

    private static final Pattern TEMPLATE = Pattern.compile("[!-~]+");

    /** What needs no escape anywhere in an address (RFC 3986 §2.3). */
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /**
     * @param template an address with {@link #PLACE} in it, behind the host
     * @throws ProblemException {@code CSV-INVALID} or {@code CSV-URL-INVALID}
     */
    public static VerificationCode of(String code, Optional<String> template) throws ProblemException {
        if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            throw new ProblemException(new CsvInvalid(LONGEST_CODE));
        }
        return template.isEmpty()
                ? new VerificationCode(code, Optional.empty())
                : new VerificationCode(code, Optional.of(address(code, template.get())));
    }

    private static URI address(String code, String template) throws ProblemException {
        try {
            URI address = new URI(template.replace(PLACE, escaped(code)));
            if (isFit(template) && address.getHost() != null && address.getUserInfo() == null) {
                int behindHost = SCHEME.length() + address.getRawAuthority().length();
                if (template.indexOf(PLACE) > behindHost) {
                    return address;
                }
            }
        } catch (URISyntaxException _) {
            // told below
        }
        throw new ProblemException(new CsvUrlInvalid(template, PLACE, LONGEST_TEMPLATE));
    }

    private static boolean isFit(String template) {
        return template.length() <= LONGEST_TEMPLATE
                && TEMPLATE.matcher(template).matches()
                && template.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    /** So that it is one part of the address, whatever signs are in it. */
    private static String escaped(String code) {
        StringBuilder escaped = new StringBuilder();
        for (byte sign : code.getBytes(StandardCharsets.US_ASCII)) {
            if (UNRESERVED.indexOf(sign) >= 0) {
                escaped.append((char) sign);
            } else {
                escaped.append(String.format(Locale.ROOT, "%%%02X", sign));
            }
        }
        return escaped.toString();
    }
}
