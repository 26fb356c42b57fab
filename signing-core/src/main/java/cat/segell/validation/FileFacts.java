// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

/**
 * A signed file as a whole.
 *
 * @param length in bytes, without white space at the end
 * @param covered where the last signature or document time-stamp ends, in bytes from the start
 * @param repaired whether it could only be read by guessing where its objects are
 * @param endsCleanly whether what lies behind {@code covered} is complete incremental updates and nothing else
 */
public record FileFacts(long length, long covered, boolean repaired, boolean endsCleanly) {

    /** Whether the last signature or document time-stamp reaches the end. */
    public boolean coveredToTheEnd() {
        return covered >= length;
    }
}
