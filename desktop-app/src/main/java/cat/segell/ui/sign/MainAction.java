// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.ui.desk.SignerOption;

/** What the main button would do now, or what is missing. */
public sealed interface MainAction {

    record Sign(int count, SignerOption signer) implements MainAction {}

    /** Files are still being looked at. */
    record Reading() implements MainAction {}

    /** No document of the list can be signed. */
    record NothingToSign() implements MainAction {}

    record LookingForSigners() implements MainAction {}

    record NobodySigns() implements MainAction {}

    record ChooseSigner(int choices, int organisations) implements MainAction {}
}
