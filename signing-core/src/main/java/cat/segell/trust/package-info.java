// SPDX-License-Identifier: EUPL-1.2
/**
 * Which certificates are believed: anchors given by file, by this home, by policy, and the practice CA when it is named.
 */
@NullMarked
package cat.segell.trust;

import org.jspecify.annotations.NullMarked;
