// SPDX-License-Identifier: EUPL-1.2
/**
 * The processes that PKCS#11 modules run in: how they are started, what they are given, how long they may take, and how they
 * end. What they are asked is decided elsewhere.
 */
@NullMarked
package cat.segell.card.host;

import org.jspecify.annotations.NullMarked;
