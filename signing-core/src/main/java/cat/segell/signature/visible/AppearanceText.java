// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.Nif;
import cat.segell.credential.Credential;
import cat.segell.signature.Appearance.Area;
import cat.segell.signature.SignerClaims;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** What is read where a signature is seen. The number of the person is masked, as it is wherever it is shown. */
public final class AppearanceText {

    private AppearanceText() {}

    /** In points: what a line takes that is read without a lens. */
    private static final float LINE = 12;

    /** In points: of a sign in such a line, on average. */
    private static final float SIGN = 5;

    /**
     * @param area that it has; what the signer claims beside the certificate is read there if there is room for it
     * @param signedAt as the signer claims it
     * @param drawable whether the font has a sign for this code point; others become a question mark
     */
    public static String of(
            Credential signer,
            SignerClaims claims,
            Area area,
            Instant signedAt,
            Language language,
            IntPredicate drawable) {
        Messages words = Messages.load(language, AppearanceText.class, "appearance");
        CertificateFacts facts = CertificateReader.read(signer.certificate());
        List<String> lines = new ArrayList<>();
        if (signer.practice()) {
            lines.add(words.text("practice"));
        }
        lines.add(words.text("signed", "holder", facts.holder()));
        facts.position().ifPresent(lines::add);
        int behindPosition = lines.size();
        facts.organisation().filter(name -> !name.equals(facts.holder())).ifPresent(lines::add);
        facts.nif().ifPresent(nif -> lines.add(words.text("nif", "nif", Nif.masked(nif))));
        // With its distance to UTC: the page is read elsewhere too.
        String time = language.time(signedAt) + " " + language.offset(signedAt);
        lines.add(words.text("when", "date", language.date(signedAt), "time", time));
        claims.role()
                .filter(role -> facts.position().filter(role::equals).isEmpty())
                .filter(role -> hasRoom(lines, role, area))
                .ifPresent(role -> lines.add(behindPosition, role));
        claims.reason()
                .map(reason -> words.text("reason", "reason", reason))
                .filter(reason -> hasRoom(lines, reason, area))
                .ifPresent(lines::add);
        return drawn(String.join("\n", lines), drawable);
    }

    private static boolean hasRoom(List<String> lines, String further, Area area) {
        double signs = area.width() / SIGN;
        double needed = Stream.concat(lines.stream(), Stream.of(further))
                .mapToDouble(line -> Math.ceil(line.length() / signs))
                .sum();
        return needed * LINE <= area.height();
    }

    private static String drawn(String text, IntPredicate drawable) {
        StringBuilder drawn = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(sign -> sign == '\n' || drawable.test(sign) ? sign : '?')
                .forEach(drawn::appendCodePoint);
        return drawn.toString();
    }
}
