// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.app.keys.ListedKey;
import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.HiddenCredential;
import cat.segell.credential.PinState;
import cat.segell.credential.Token;
import cat.segell.problem.Problem;
import cat.segell.trust.revocation.RevocationState;
import java.util.Optional;

/** A line of {@code segell keys}: something that is at hand, and the rule that hides or greys it. */
sealed interface KeyEntry {

    String key();

    /** Absent where there is no certificate, or one that can't be read. */
    Optional<CertificateFacts> facts();

    Optional<Problem> unfit();

    /** Where it lies; absent where that can't be told. */
    Optional<Token> token();

    boolean practice();

    /** Whether its certificate may sign documents; a card that is locked doesn't change that. */
    boolean signs();

    /** What its issuer says of the certificate, where it was asked. */
    RevocationState revocation();

    record Present(ListedKey listed, RevocationState revocation) implements KeyEntry {

        @Override
        public String key() {
            return listed.credential().key();
        }

        @Override
        public Optional<CertificateFacts> facts() {
            return Optional.of(listed.facts());
        }

        /** The certificate's own reason first: unlocking the card wouldn't help there. */
        @Override
        public Optional<Problem> unfit() {
            return against().or(() -> listed.credential().token().hindrance());
        }

        @Override
        public Optional<Token> token() {
            return Optional.of(listed.credential().token());
        }

        @Override
        public boolean signs() {
            return against().isEmpty();
        }

        private Optional<Problem> against() {
            return listed.unfit().or(() -> revocation.against(listed.facts().holder()));
        }

        PinState pin() {
            return listed.credential().token().pin();
        }

        @Override
        public boolean practice() {
            return listed.credential().practice();
        }
    }

    record Hidden(HiddenCredential hidden) implements KeyEntry {

        @Override
        public String key() {
            return hidden.key();
        }

        @Override
        public Optional<CertificateFacts> facts() {
            return hidden.certificate().map(CertificateReader::read);
        }

        @Override
        public Optional<Problem> unfit() {
            return Optional.of(hidden.why());
        }

        @Override
        public RevocationState revocation() {
            return new RevocationState.NotAsked();
        }

        @Override
        public Optional<Token> token() {
            return Optional.empty();
        }

        @Override
        public boolean practice() {
            return false;
        }

        @Override
        public boolean signs() {
            return false;
        }
    }
}
