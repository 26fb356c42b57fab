// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.app.keys.ListedKey;
import cat.segell.credential.Credential;
import cat.segell.trust.revocation.RevocationCheck;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import java.util.List;
import java.util.stream.Gatherers;

/** Asks the issuers of all keys that could sign: whoever has many of them doesn't wait for one after the other. */
record RevocationRound(RevocationCheck revocation) {

    /** At one time: most keys of a person are of one issuer, whose service others use too. */
    static final int AT_ONCE = 4;

    /** In the order of the keys. */
    List<KeyEntry> ask(List<ListedKey> keys) {
        return keys.stream()
                .gather(Gatherers.mapConcurrent(AT_ONCE, this::asked))
                .toList();
    }

    /** Of one that can't sign anyway nobody is asked. */
    private KeyEntry asked(ListedKey key) {
        Credential credential = key.credential();
        boolean wanted = key.unfit().isEmpty() && !credential.practice();
        return new KeyEntry.Present(
                key, wanted ? revocation.of(credential.certificate(), credential.issuers()) : new NotAsked());
    }
}
