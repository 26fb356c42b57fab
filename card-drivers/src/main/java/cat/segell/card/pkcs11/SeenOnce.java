// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.ModuleFile;
import cat.segell.card.host.SeenObject;
import cat.segell.card.pkcs11.Pkcs11Token.Unusable;
import cat.segell.card.pkcs11.Pkcs11Token.Usable;
import cat.segell.credential.CredentialId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A card that several modules see, listed once. Modules may give one card different serial numbers, so that the certificate
 * decides: what the first module shows counts, the same certificate through a later one is that card again. Two tokens that
 * one and the same module shows are two.
 */
final class SeenOnce {

    /** What stands for an object that has no certificate. */
    private record Lonely(String serial, SeenObject.Kind kind, String id, String label) {}

    private final List<Usable> usable = new ArrayList<>();
    private final List<Unusable> unusable = new ArrayList<>();

    /** @param tokens of the module that is preferred first */
    SeenOnce(List<Pkcs11Token> tokens) {
        Map<Object, ModuleFile> shown = new HashMap<>();
        for (Pkcs11Token token : tokens) {
            for (Usable each : token.usable()) {
                String certificate = each.credential().id().certificateSha256();
                if (first(certificate, token, shown)) {
                    usable.add(each);
                }
            }
        }
        // Afterwards: one module may not see the key that another one sees.
        for (Pkcs11Token token : tokens) {
            for (Unusable each : token.unusable()) {
                if (first(what(token, each), token, shown)) {
                    unusable.add(each);
                }
            }
        }
    }

    private static boolean first(Object what, Pkcs11Token token, Map<Object, ModuleFile> shown) {
        return shown.computeIfAbsent(what, _ -> token.module()).equals(token.module());
    }

    private static Object what(Pkcs11Token token, Unusable each) {
        SeenObject object = each.object();
        return each.hidden()
                .certificate()
                .<Object>map(CredentialId::sha256)
                .orElseGet(() -> new Lonely(token.seen().serial(), object.kind(), object.id(), object.label()));
    }

    List<Usable> usable() {
        return List.copyOf(usable);
    }

    List<Unusable> unusable() {
        return List.copyOf(unusable);
    }
}
