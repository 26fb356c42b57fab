// SPDX-License-Identifier: EUPL-1.2
/**
 * Tokens behind PKCS#11 modules. {@code ModuleProcess} and what it uses run inside the child process and alone touch the
 * native wrapper; {@code Pkcs11Source} and what it uses run in the application and only ask. Return codes become problems in
 * one table, {@code CkrProblem}.
 */
@NullMarked
package cat.segell.card.pkcs11;

import org.jspecify.annotations.NullMarked;
