// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.OptionsApart;
import cat.segell.text.Language;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a signature is seen on a page of a PDF: a few lines that say who signed, for whom and when.
 *
 * @param language of these lines
 * @param logo beside them: a PNG or JPEG
 */
public record Appearance(Place place, Language language, Optional<Path> logo) {

    /** Where it is seen. */
    public sealed interface Place {

        /** The option that names it. */
        String option();
    }

    /**
     * On one page.
     *
     * @param page from 1, or from the end: -1 is the last one
     */
    public record Box(int page, Area area) implements Place {
        @Override
        public String option() {
            return "--visible";
        }
    }

    /** On each page at the same place: the signature on the first one, its picture on the others. */
    public record EveryPage(Area area) implements Place {
        @Override
        public String option() {
            return "--visible";
        }
    }

    /** In the field that waits for whoever signs; where none does, no page shows the signature. */
    public record OwnField() implements Place {
        @Override
        public String option() {
            return "--field";
        }
    }

    /** In no page and in none of the fields that wait. */
    public record Nowhere() implements Place {
        @Override
        public String option() {
            return "--visible";
        }
    }

    /**
     * Where the last page has room.
     *
     * @param past whether also where a field waits for whoever signs; else it stands in that
     */
    public record FreeSpace(boolean past) implements Place {
        @Override
        public String option() {
            return "--visible";
        }
    }

    /** In points (1/72 in), from the upper left corner of a page as it is shown. */
    public record Area(float x, float y, float width, float height) {

        public boolean meets(Area other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    /**
     * A signature field that the document has, and that nobody has signed yet.
     *
     * @param name in full, with those of its parents
     */
    public record Field(String name) implements Place {
        @Override
        public String option() {
            return "--field";
        }
    }

    /** Whether somebody wants to see it: else a document without pages is signed without. */
    public boolean demanded() {
        return !(place instanceof OwnField || place instanceof Nowhere);
    }

    /** @throws ProblemException {@code OPTIONS-APART} where signatures of this form aren't seen */
    public void guard(SignatureForm form) throws ProblemException {
        if (demanded() && form.format() != SignatureFormat.PADES) {
            throw new ProblemException(
                    new OptionsApart(place.option(), "--format " + form.format().word()));
        }
    }
}
