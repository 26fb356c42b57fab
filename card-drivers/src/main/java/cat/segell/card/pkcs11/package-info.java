// SPDX-License-Identifier: EUPL-1.2
/**
 * Keys on tokens behind PKCS#11 modules, seen from the application: which modules there are, what comes back from their
 * processes, one login a batch. Return codes become problems in one table, {@code CkrProblem}.
 */
@NullMarked
package cat.segell.card.pkcs11;

import org.jspecify.annotations.NullMarked;
