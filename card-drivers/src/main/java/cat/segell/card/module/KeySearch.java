// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import cat.segell.card.wire.Answer;
import cat.segell.card.wire.CertificatePart;
import cat.segell.card.wire.SeenObject;
import cat.segell.card.wire.SeenObject.Kind;
import cat.segell.credential.CredentialId;
import cat.segell.document.DigestAlgorithm;
import iaik.pkcs.pkcs11.wrapper.CK_TOKEN_INFO;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the key that is meant, in the child process: by its certificate, never by its place in a list. */
record KeySearch(Cryptoki cryptoki, TokenSight sight) {

    /** A token that holds the wanted certificate, and a session on it. */
    record Found(long slot, long handle, long flags, SeenObject certificate) {}

    /** Tokens may share a serial number, too: the certificate decides. */
    Optional<Found> find(CredentialId key, List<Answer.Failed> failures) throws CryptokiFailure {
        for (long slot : cryptoki.slotsWithToken()) {
            try {
                Optional<Found> found = find(key, slot, failures);
                if (found.isPresent()) {
                    return found;
                }
            } catch (CryptokiFailure e) {
                failures.add(e.answer());
            }
        }
        return Optional.empty();
    }

    /** In one slot: another card may be in it by now. */
    Optional<Found> find(CredentialId key, long slot, List<Answer.Failed> failures) throws CryptokiFailure {
        CK_TOKEN_INFO token = cryptoki.token(slot);
        if (!TokenSight.initialised(token)
                || !TokenSight.text(token.serialNumber).equals(key.tokenSerial())) {
            return Optional.empty();
        }
        long handle = cryptoki.open(slot);
        Optional<SeenObject> certificate = Optional.empty();
        try {
            certificate = sight.handled(handle, Kind.CERTIFICATE, failures).stream()
                    .map(TokenSight.Handled::object)
                    .filter(each -> each.id().equals(key.keyId()))
                    .filter(each ->
                            DigestAlgorithm.SHA256.of(each.value()).hex().equals(key.certificateSha256()))
                    .findFirst();
        } finally {
            if (certificate.isEmpty()) {
                cryptoki.leave(handle);
            }
        }
        return certificate.map(seen -> new Found(slot, handle, token.flags, seen));
    }

    /** By CKA_ID, and where that is no help by the public part. */
    Optional<TokenSight.Handled> privateKey(Found found, List<Answer.Failed> failures) throws CryptokiFailure {
        SeenObject certificate = found.certificate();
        List<TokenSight.Handled> keys = sight.handled(found.handle(), Kind.PRIVATE_KEY, failures);
        byte[] part = CertificatePart.of(certificate.value());
        List<TokenSight.Handled> same = keys.stream()
                .filter(each -> part.length > 0 && Arrays.equals(each.object().value(), part))
                .toList();
        List<TokenSight.Handled> named = keys.stream()
                .filter(each ->
                        !certificate.id().isEmpty() && each.object().id().equals(certificate.id()))
                .toList();
        // Renewed cards give several keys one CKA_ID: what is named and fits comes before what only does one of the
        // two.
        return Stream.of(
                        named.stream().filter(same::contains).toList(),
                        named.stream()
                                .filter(each -> each.object().value().length == 0)
                                .toList(),
                        same)
                .flatMap(List::stream)
                .findFirst();
    }
}
