// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.app.ListWiring;
import cat.segell.cli.Out;
import cat.segell.problem.ListProblem;
import cat.segell.problem.ListProblem.ListNone;
import cat.segell.problem.ListProblem.ListStale;
import cat.segell.problem.ProblemException;

/** Beside what couldn't be confirmed: that lists are wanted which aren't here, or are out of date. */
final class ListNote {

    private ListNote() {}

    static void tell(ListWiring lists, Out out) throws ProblemException {
        if (lists.areOn()) {
            lists.status().problems().stream().filter(ListNote::matters).forEach(out::problem);
        }
    }

    private static boolean matters(ListProblem problem) {
        return problem instanceof ListNone || problem instanceof ListStale;
    }
}
