// SPDX-License-Identifier: EUPL-1.2
/**
 * Every expected failure: a code, facts, and in three languages a title, a cause and a remedy.
 *
 * <p>{@link cat.segell.problem.Problem} is sealed by area; the area decides the exit status of the command line. Nothing
 * here knows how a failure came about, and no secret and no stack trace ever gets in.
 */
@NullMarked
package cat.segell.problem;

import org.jspecify.annotations.NullMarked;
