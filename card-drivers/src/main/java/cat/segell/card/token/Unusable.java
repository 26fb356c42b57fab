// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import cat.segell.card.wire.SeenObject;
import cat.segell.credential.HiddenCredential;

/** @param object what hides it */
public record Unusable(HiddenCredential hidden, SeenObject object) {}
