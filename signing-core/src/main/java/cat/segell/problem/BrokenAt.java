// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

/**
 * A file that somebody else wrote isn't as it must be. Who reads it only knows the place; who knows which file it is makes a
 * {@link Problem} of it.
 */
public final class BrokenAt extends Exception {

    private final String where;

    /** @param where a key, or line and column */
    public BrokenAt(String where) {
        super(where);
        this.where = where;
    }

    public String where() {
        return where;
    }
}
