// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.ui.desk.SignerList;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.documents.DocumentsModel;
import cat.segell.ui.signer.SignersModel;

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

    /** The one for what is there now. */
    static MainAction now(DocumentsModel documents, SignersModel signers) {
        int count = documents.signable().size();
        if (documents.reading().get() > 0) {
            return new Reading();
        }
        if (count == 0) {
            return new NothingToSign();
        }
        return signers.chosen()
                .get()
                .<MainAction>map(signer -> new Sign(count, signer))
                .orElseGet(() -> whoIsMissing(signers));
    }

    private static MainAction whoIsMissing(SignersModel signers) {
        SignerList found = signers.found().get();
        if (signers.looking().get()) {
            return new LookingForSigners();
        }
        return found.fit().isEmpty()
                ? new NobodySigns()
                : new ChooseSigner(found.fit().size(), (int) found.organisations());
    }
}
