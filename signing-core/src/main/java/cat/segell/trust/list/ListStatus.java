// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import cat.segell.problem.ListProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How it stands with one list.
 *
 * @param list the country's code, "EU" for the list of lists
 * @param address as the list of lists has it, be it one or not
 * @param sequence of what is here, as the list counts itself; absent where nothing is
 * @param issued when that was made
 * @param nextUpdate until when it holds
 * @param fetched when it was last fetched or found unchanged
 * @param used whether it counts now
 * @param problems why it doesn't, and why what was fetched last didn't take its place
 */
public record ListStatus(
        String list,
        String address,
        Optional<Integer> sequence,
        Optional<Instant> issued,
        Optional<Instant> nextUpdate,
        Optional<Instant> fetched,
        boolean used,
        List<ListProblem> problems) {

    public ListStatus {
        problems = List.copyOf(problems);
    }
}
