// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.cli.Label;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.OptionAlone;
import cat.segell.problem.UsageProblem.OptionsApart;
import cat.segell.signature.Appearance;
import cat.segell.signature.visible.Logo;
import cat.segell.text.Language;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where a signature is seen in a PDF. */
final class AppearanceOptions {

    @Option(
            names = "--visible",
            paramLabel = "auto|none|" + Label.PAGE + "," + Label.BOX + "|all," + Label.BOX,
            descriptionKey = "visible",
            converter = PlaceWord.class)
    private Appearance.@Nullable Place place;

    @Option(names = "--field", paramLabel = Label.TEXT, descriptionKey = "field")
    private @Nullable String field;

    @Option(names = "--logo", paramLabel = Label.FILE, descriptionKey = "logo")
    private @Nullable Path logo;

    static final class PlaceWord implements ITypeConverter<Appearance.Place> {

        private static final String NUMBER = "(\\d{1,5}(?:\\.\\d{1,4})?)";
        private static final Pattern BOX =
                Pattern.compile("(all|-?[1-9]\\d{0,6}),%1$s,%1$s,%1$s,%1$s".formatted(NUMBER));

        @Override
        public Appearance.Place convert(String word) {
            if (word.equals("auto")) {
                return new Appearance.FreeSpace(false);
            }
            if (word.equals("none")) {
                return new Appearance.Nowhere();
            }
            Matcher box = BOX.matcher(word);
            if (!box.matches()) {
                throw new TypeConversionException(word);
            }
            Appearance.Area area = new Appearance.Area(
                    Float.parseFloat(box.group(2)),
                    Float.parseFloat(box.group(3)),
                    Float.parseFloat(box.group(4)),
                    Float.parseFloat(box.group(5)));
            return box.group(1).equals("all")
                    ? new Appearance.EveryPage(area)
                    : new Appearance.Box(Integer.parseInt(box.group(1)), area);
        }
    }

    /** What was given as a setting, so that a lock holds here too. */
    Optional<Path> logo() throws ProblemException {
        if (logo != null && place == null && field == null) {
            throw new ProblemException(new OptionAlone("--logo", "--visible"));
        }
        if (logo != null && place instanceof Appearance.Nowhere) {
            throw new ProblemException(new OptionsApart("--logo", "--visible none"));
        }
        return Optional.ofNullable(logo);
    }

    /**
     * @param logo file of it
     * @return where nobody named a place, in the field that waits for whoever signs
     */
    Appearance appearance(Language language, Optional<Path> logo) throws ProblemException {
        if (place != null && field != null) {
            throw new ProblemException(new OptionsApart("--visible", "--field"));
        }
        Appearance.Place left = field == null ? new Appearance.OwnField() : new Appearance.Field(field);
        Appearance appearance = new Appearance(place == null ? left : place, language, logo);
        if (appearance.demanded() && logo.isPresent()) {
            // Told once, not for each document.
            Logo.read(logo.get());
        }
        return appearance;
    }
}
