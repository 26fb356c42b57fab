// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.credential.PinUse;
import cat.segell.trust.revocation.RevocationState;

/** What a batch tells while it runs; indexes are those of {@link BatchRequest#documents()}. */
public sealed interface BatchEvent {

    /** What its issuer says of the certificate, before anybody is asked for a PIN; told also where it wasn't asked. */
    record Checked(RevocationState state) implements BatchEvent {}

    /** The key is open, the first document is next. */
    record Opened(PinUse pinUse) implements BatchEvent {}

    record Signing(int index) implements BatchEvent {}

    /** Durable before it is told. */
    record Ended(int index, DocumentResult result) implements BatchEvent {}

    /** The signed files are being recorded in the ledger. */
    record Recording(int count) implements BatchEvent {}
}
