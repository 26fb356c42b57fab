// SPDX-License-Identifier: EUPL-1.2
/**
 * What stands between a person and a signature, and what to do about it. Probes look and say what they saw as facts, plain
 * values; rules turn facts into findings, and need neither hardware nor a clock of their own. Another subject is another
 * probe, its facts, and a rule. Nothing here asks for a PIN or sends one.
 */
@NullMarked
package cat.segell.diagnosis;

import org.jspecify.annotations.NullMarked;
