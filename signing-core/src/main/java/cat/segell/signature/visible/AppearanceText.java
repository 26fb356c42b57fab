// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.certificate.Nif;
import cat.segell.credential.Credential;
import cat.segell.text.Language;
import cat.segell.text.Messages;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** What is read where a signature is seen. The number of the person is masked, as it is wherever it is shown. */
public final class AppearanceText {

    private AppearanceText() {}

    /**
     * @param signedAt as the signer claims it
     * @param drawable whether the font has a sign for this code point; others become a question mark
     */
    public static String of(Credential signer, Instant signedAt, Language language, IntPredicate drawable) {
        Messages words = Messages.load(language, AppearanceText.class, "appearance");
        CertificateFacts facts = CertificateReader.read(signer.certificate());
        List<String> lines = new ArrayList<>();
        if (signer.practice()) {
            lines.add(words.text("practice"));
        }
        lines.add(words.text("signed", "holder", facts.holder()));
        facts.position().ifPresent(lines::add);
        facts.organisation().filter(name -> !name.equals(facts.holder())).ifPresent(lines::add);
        facts.nif().ifPresent(nif -> lines.add(words.text("nif", "nif", Nif.masked(nif))));
        lines.add(words.text("when", "date", language.date(signedAt), "time", time(signedAt, language)));
        return drawn(String.join("\n", lines), drawable);
    }

    /** With its distance to UTC: the page is read elsewhere too. */
    private static String time(Instant instant, Language language) {
        return DateTimeFormatter.ofPattern("HH:mm O", language.locale()).format(instant.atZone(ZoneId.systemDefault()));
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
