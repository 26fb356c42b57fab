// SPDX-License-Identifier: EUPL-1.2
/**
 * Verdicts: {@link cat.segell.validation.Validator} turns a file into a report of our own records. The types of EU DSS stay
 * in {@code cat.segell.validation.dss}.
 */
@NullMarked
package cat.segell.validation;

import org.jspecify.annotations.NullMarked;
