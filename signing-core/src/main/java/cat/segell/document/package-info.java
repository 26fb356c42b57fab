// SPDX-License-Identifier: EUPL-1.2
/**
 * Files in and out: the private copy that is shown and signed, digests, output names, temp + fsync + atomic move. JDK only.
 */
@NullMarked
package cat.segell.document;

import org.jspecify.annotations.NullMarked;
