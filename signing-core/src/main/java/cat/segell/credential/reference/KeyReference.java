// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.reference;

import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.KeyReferenceInvalid;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A key as a person names it after {@code --key}. */
public sealed interface KeyReference {

    /**
     * {@code practice:}, {@code practice:CARD} or {@code practice:CARD?fault=FAULT}.
     *
     * @param card empty for the plain one
     */
    record PracticeKey(String card, Optional<String> fault) implements KeyReference {

        /** Stands before a fault. */
        public static final String FAULT = "?fault=";

        /** The plain card. */
        public PracticeKey() {
            this("", Optional.empty());
        }
    }

    /** {@code pkcs12:PATH} or {@code pkcs12:PATH?id=SHA256}. */
    record KeyFile(Path file, Optional<String> certificateSha256) implements KeyReference {}

    /** {@code pkcs11:…}. */
    record Pkcs11Key(Pkcs11Uri uri) implements KeyReference {}

    /** {@code os:SHA256}. */
    record SystemKey(String certificateSha256) implements KeyReference {}

    /** {@code cloud:PROFILE/CREDENTIAL}. */
    record CloudKey(String profile, String credential) implements KeyReference {}

    /** At least 8 hex digits of the certificate's SHA-256. */
    record CertificatePrefix(String hex) implements KeyReference {}

    Pattern PREFIX = Pattern.compile("[0-9a-fA-F]{8,64}");
    Pattern PRACTICE = Pattern.compile("([a-z-]*)(?:\\?fault=([a-z0-9-]+)|(\\?.*))?");
    Pattern FILE_ID = Pattern.compile("(.+)\\?id=([0-9a-fA-F]{64})");

    /** @throws ProblemException {@code KEY-REFERENCE-INVALID} */
    static KeyReference parse(String key) throws ProblemException {
        int colon = key.indexOf(':');
        String rest = key.substring(colon + 1);
        return switch (colon < 0 ? "" : key.substring(0, colon)) {
            case "practice" -> practice(key, rest);
            case "pkcs12" -> rest.isEmpty() ? invalid(key) : keyFile(key, rest);
            case "pkcs11" -> new Pkcs11Key(Pkcs11Uri.parse(key));
            case "os" -> PREFIX.matcher(rest).matches() ? new SystemKey(lower(rest)) : invalid(key);
            case "cloud" -> cloud(key, rest);
            case "" -> PREFIX.matcher(key).matches() ? new CertificatePrefix(lower(key)) : invalid(key);
            default -> invalid(key);
        };
    }

    private static KeyReference practice(String key, String rest) throws ProblemException {
        var named = PRACTICE.matcher(rest);
        if (!named.matches()) {
            return invalid(key);
        }
        // What stands for a fault and is none goes on as one that nobody knows: then those that there are are named.
        return new PracticeKey(
                named.group(1), Optional.ofNullable(named.group(2)).or(() -> Optional.ofNullable(named.group(3))));
    }

    private static KeyReference keyFile(String key, String rest) throws ProblemException {
        var withId = FILE_ID.matcher(rest);
        try {
            return withId.matches()
                    ? new KeyFile(Path.of(withId.group(1)), Optional.of(lower(withId.group(2))))
                    : new KeyFile(Path.of(rest), Optional.empty());
        } catch (InvalidPathException e) {
            return invalid(key);
        }
    }

    private static KeyReference cloud(String key, String rest) throws ProblemException {
        int slash = rest.indexOf('/');
        return slash > 0 && slash < rest.length() - 1
                ? new CloudKey(rest.substring(0, slash), rest.substring(slash + 1))
                : invalid(key);
    }

    private static String lower(String hex) {
        return hex.toLowerCase(Locale.ROOT);
    }

    private static KeyReference invalid(String key) throws ProblemException {
        throw new ProblemException(new KeyReferenceInvalid(key));
    }
}
