// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.token;

import cat.segell.credential.Credential;

/** @param label CKA_LABEL of the certificate */
public record Usable(Credential credential, String label) {}
