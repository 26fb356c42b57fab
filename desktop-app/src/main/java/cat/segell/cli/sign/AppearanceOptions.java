// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.cli.Label;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.OptionsApart;
import cat.segell.signature.Appearance;
import cat.segell.text.Language;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where a signature is seen in a PDF. */
final class AppearanceOptions {

    @Option(names = "--visible", paramLabel = "PAGE,X,Y,W,H", descriptionKey = "visible", converter = BoxWord.class)
    private Appearance.@Nullable Box box;

    @Option(names = "--field", paramLabel = Label.TEXT, descriptionKey = "field")
    private @Nullable String field;

    static final class BoxWord implements ITypeConverter<Appearance.Box> {

        private static final String NUMBER = "(\\d{1,5}(?:\\.\\d{1,4})?)";
        private static final Pattern BOX = Pattern.compile("(-?[1-9]\\d{0,6}),%1$s,%1$s,%1$s,%1$s".formatted(NUMBER));

        @Override
        public Appearance.Box convert(String word) {
            Matcher box = BOX.matcher(word);
            if (!box.matches()) {
                throw new TypeConversionException(word);
            }
            return new Appearance.Box(
                    Integer.parseInt(box.group(1)),
                    Float.parseFloat(box.group(2)),
                    Float.parseFloat(box.group(3)),
                    Float.parseFloat(box.group(4)),
                    Float.parseFloat(box.group(5)));
        }
    }

    /** Absent where no page shows it. */
    Optional<Appearance> appearance(Language language) throws ProblemException {
        if (box != null && field != null) {
            throw new ProblemException(new OptionsApart("--visible", "--field"));
        }
        Optional<Appearance.Place> place = Optional.<Appearance.Place>ofNullable(box)
                .or(() -> Optional.ofNullable(field).map(Appearance.Field::new));
        return place.map(where -> new Appearance(where, language));
    }
}
