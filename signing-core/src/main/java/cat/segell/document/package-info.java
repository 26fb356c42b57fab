// SPDX-License-Identifier: EUPL-1.2
/**
 * Files in and out: what a folder stands for, the private copy that is shown and signed, digests, output names, and temp +
 * fsync + place without overwriting. JDK types only.
 */
@NullMarked
package cat.segell.document;

import org.jspecify.annotations.NullMarked;
