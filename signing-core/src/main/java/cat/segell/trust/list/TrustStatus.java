// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import cat.segell.problem.ListProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * How it stands with the lists.
 *
 * @param signers whose list of lists is believed
 * @param lists the list of lists first, then the countries'; none where nothing was fetched yet
 * @param notices that concern no single list
 */
public record TrustStatus(LotlSigners signers, List<ListStatus> lists, List<ListProblem> notices) {

    public TrustStatus {
        lists = List.copyOf(lists);
        notices = List.copyOf(notices);
    }

    /** All that is wrong, the general first. */
    public List<ListProblem> problems() {
        List<ListProblem> problems = new ArrayList<>(notices);
        lists.stream().flatMap(list -> list.problems().stream()).forEach(problems::add);
        return problems;
    }
}
