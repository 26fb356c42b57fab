// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** National identity numbers. */
public final class Nif {

    private static final Pattern PASSPORT = Pattern.compile("[A-Z]{3}\\d{6}");

    /** DNI, and NIE with X, Y or Z for 0, 1 or 2. Other numbers have no such letter, or another rule for it. */
    private static final Pattern LETTERED = Pattern.compile("([XYZ]|\\d)(\\d{7})([A-Z])");

    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private static final int SHOWN = 4;

    /** As people write them too: {@code 12.345.678-Z}, {@code X-1234567-L}. */
    private static final String WHOLE =
            "(?<!\\d)(?:\\d|[XYZKLM]|\\b[XYZKLM][ .-])\\d[ .]?\\d{3}[ .]?\\d{3}[ .-]?[A-Z](?![\\p{L}\\d])";

    private static final String AFTER_ITS_NAME =
            "(?<=\\b(?:DNI|NIE|NIF)\\W{1,3})(?:[XYZKLM][ .-]?)?\\d(?:\\.?\\d){4,7}";

    /**
     * As the FNMT calls its cards, {@code COGNOM NOM - 00000000T}: two words at least, of which the first is no card's, and at
     * the end no date. Names of tokens are cut off at 32 bytes, so that digits are all that is left of a number: whoever's name
     * stands before them may be its bearer, and hiding a number that is nobody's costs less than showing one that is somebody's.
     */
    private static final String AFTER_A_PERSON = "(?<=^(?!(?:targeta|tarjeta|card|carnet|carné|token|clau|llave) )"
            + "\\p{L}[\\p{L}'’·.-]{0,40} [\\p{L}'’·. -]{1,80} - )"
            + "(?!(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])$)[XYZKLM]?\\d{5,8}$";

    /** Estonian personal code: century, date of birth, three digits, and one that checks them. */
    private static final Pattern PERSONAL_CODE =
            Pattern.compile("(?<!\\d)[1-8]\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{4}(?!\\d)");

    private static final List<String> WEIGHTS = List.of("1234567891", "3456789123");

    /**
     * The same in the midst of other words, and those of people who have neither. A wrong letter hides nobody, and names are
     * cut off: what follows "DNI" or a person's name is one without a letter as well.
     */
    private static final Pattern IN_WORDS =
            Pattern.compile(String.join("|", WHOLE, AFTER_ITS_NAME, AFTER_A_PERSON), Pattern.CASE_INSENSITIVE);

    private static final Pattern SEPARATORS = Pattern.compile("[ .-]");

    private Nif() {}

    /** Words as they may be shown, with each number in them masked: some cards are called like their holder's certificate. */
    public static String maskedIn(String words) {
        String codes = PERSONAL_CODE
                .matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isPersonalCode(found.group()) ? masked(found.group()) : found.group()));
        return IN_WORDS.matcher(codes).replaceAll(found -> Matcher.quoteReplacement(maskedIfOne(found.group())));
    }

    /** No person has another last digit, and what else has eleven digits is mostly the number of a card. */
    private static boolean isPersonalCode(String digits) {
        int check = WEIGHTS.stream()
                .mapToInt(weights -> IntStream.range(0, 10)
                                .map(i -> (weights.charAt(i) - '0') * (digits.charAt(i) - '0'))
                                .sum()
                        % 11)
                .filter(rest -> rest < 10)
                .findFirst()
                .orElse(0);
        return digits.charAt(10) - '0' == check;
    }

    /** A word of one letter often follows a number: what has spaces in it is one with the right letter only. */
    private static String maskedIfOne(String found) {
        String nif = found.toUpperCase(Locale.ROOT);
        boolean another =
                found.contains(" ") && misspelt(SEPARATORS.matcher(nif).replaceAll(""));
        return another ? found : masked(nif);
    }

    /**
     * As it may be shown: {@code ***4567**} of {@code 12345678Z}, {@code ****4567*} of {@code X1234567L}. Four signs stay:
     * the 4th to 7th digit, or where there are fewer than seven digits the 4th to 7th sign.
     *
     * @see <a href="https://www.aepd.es/documento/orientaciones-da7.pdf">AEPD, Orientación para la aplicación provisional de
     *     la disposición adicional séptima de la LOPDGDD</a>
     */
    public static String masked(String nif) {
        if (PASSPORT.matcher(nif).matches()) {
            return masked(nif, 3, Nif::isDigit);
        }
        boolean digits = nif.chars().filter(Nif::isDigit).count() >= 7;
        return masked(nif, 4, digits ? Nif::isDigit : Character::isLetterOrDigit);
    }

    /**
     * Whether its last letter can't be right. Worth a word, and no more: it is the issuer's mistake, and the certificate is
     * what it is.
     */
    public static boolean misspelt(String nif) {
        Matcher matcher = LETTERED.matcher(nif);
        if (!matcher.matches()) {
            return false;
        }
        int nie = "XYZ".indexOf(matcher.group(1));
        int number = Integer.parseInt((nie < 0 ? matcher.group(1) : String.valueOf(nie)) + matcher.group(2));
        return LETTERS.charAt(number % LETTERS.length()) != matcher.group(3).charAt(0);
    }

    private static String masked(String nif, int first, IntPredicate counted) {
        StringBuilder masked = new StringBuilder();
        int count = 0;
        for (int i = 0; i < nif.length(); i++) {
            char sign = nif.charAt(i);
            boolean counts = counted.test(sign);
            count += counts ? 1 : 0;
            masked.append(counts && count >= first && count < first + SHOWN ? sign : '*');
        }
        return masked.toString();
    }

    private static boolean isDigit(int sign) {
        return sign >= '0' && sign <= '9';
    }
}
