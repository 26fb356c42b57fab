// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary.merkle;

import cat.segell.problem.ProblemException;

/** Where the hashes of a tree's complete subtrees come from: memory, or tiles on disk. */
@FunctionalInterface
public interface Subtrees {

    /**
     * @param level 0 for a leaf's hash; the subtree spans {@code 2^level} leaves
     * @param index of the subtree among those of its level
     * @throws ProblemException where it can't be read
     */
    Hash at(int level, long index) throws ProblemException;
}
