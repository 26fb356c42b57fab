// SPDX-License-Identifier: EUPL-1.2
/**
 * The PKCS#11 modules that are on this machine, and why each is looked at. Files and text only: nothing is loaded here, and no
 * name comes from a document, a web page or a card.
 */
@NullMarked
package cat.segell.card.installed;

import org.jspecify.annotations.NullMarked;
