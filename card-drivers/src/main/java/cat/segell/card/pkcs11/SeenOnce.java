// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.ModuleFile;
import cat.segell.card.host.SeenObject;
import cat.segell.card.pkcs11.Pkcs11Token.Unusable;
import cat.segell.card.pkcs11.Pkcs11Token.Usable;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Credential;
import cat.segell.credential.CredentialId;
import cat.segell.credential.HiddenCredential;
import cat.segell.problem.CertificateProblem.CertSeenTwice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A card that several modules see, offered once. Modules may give one card different serial numbers, so that the certificate
 * decides: what the first module shows counts, the same certificate through a later one is that card again. Two tokens that
 * one and the same module shows are two, unless not even their serial numbers tell them apart.
 */
final class SeenOnce {

    /** What stands for an object that has no certificate. */
    private record Lonely(String serial, SeenObject.Kind kind, String id, String label) {}

    /** Where something was seen first, and how it is named there. */
    private record First(ModuleFile module, String key) {}

    private final Map<Object, First> shown = new HashMap<>();
    private final Set<CredentialId> listed = new HashSet<>();
    private final List<Usable> usable = new ArrayList<>();
    private final List<HiddenCredential> hidden = new ArrayList<>();

    /** @param tokens of the module that is preferred first */
    SeenOnce(List<Pkcs11Token> tokens) {
        for (Pkcs11Token token : tokens) {
            token.usable().forEach(each -> take(token, each));
        }
        // Afterwards: one module may not see the key that another one sees.
        for (Pkcs11Token token : tokens) {
            token.unusable().forEach(each -> take(token, each));
        }
    }

    private void take(Pkcs11Token token, Usable each) {
        Credential credential = each.credential();
        First first = first(credential.id().certificateSha256(), token, credential.key());
        if (!first.module().equals(token.module())) {
            hidden.add(again(credential, first));
        } else if (listed.add(credential.id())) {
            usable.add(each);
        }
    }

    private static HiddenCredential again(Credential credential, First first) {
        String holder = CertificateReader.read(credential.certificate()).holder();
        return new HiddenCredential(
                credential.key(), Optional.of(credential.certificate()), new CertSeenTwice(holder, first.key()));
    }

    private void take(Pkcs11Token token, Unusable each) {
        SeenObject object = each.object();
        Object what = each.hidden()
                .certificate()
                .<Object>map(CredentialId::sha256)
                .orElseGet(() -> new Lonely(token.seen().serial(), object.kind(), object.id(), object.label()));
        if (first(what, token, each.hidden().key()).module().equals(token.module())) {
            hidden.add(each.hidden());
        }
    }

    private First first(Object what, Pkcs11Token token, String key) {
        return shown.computeIfAbsent(what, _ -> new First(token.module(), key));
    }

    List<Usable> usable() {
        return List.copyOf(usable);
    }

    /** What can't be used, and what is offered elsewhere. */
    List<HiddenCredential> hidden() {
        return List.copyOf(hidden);
    }
}
