// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

import java.util.List;

/** What a module's process answers. */
public sealed interface Answer {

    /**
     * @param failures of single slots; the others were seen all the same
     * @param foreign what the module says of those slots that hold a card which it doesn't know
     */
    record Seen(List<SeenToken> tokens, List<Failed> failures, List<String> foreign) implements Answer {
        public Seen {
            foreign = List.copyOf(foreign);
            tokens = List.copyOf(tokens);
            failures = List.copyOf(failures);
        }
    }

    /** As CK_INFO describes the module, without the padding. */
    record Is(String manufacturer, String description, String version) implements Answer {}

    /** @param pinEachTime the key wants the PIN before each signature */
    record Opened(boolean pinEachTime) implements Answer {}

    /** @param value RSA block, or r and s of ECDSA side by side */
    record Signed(byte[] value) implements Answer {}

    record Done() implements Answer {}

    /** No token with this serial number holds this certificate any more. */
    record TokenGone() implements Answer {}

    /** Several tokens are as the one that is meant: none of them gets a secret. */
    record TokensAlike() implements Answer {}

    /** Logged in, and there is no private key to the certificate. */
    record KeyGone() implements Answer {}

    /** The key wants the PIN, and none is kept that was accepted just before. */
    record PinNeeded() implements Answer {}

    /** The library can't be loaded or is not PKCS#11. */
    record NotAModule() implements Answer {}

    /** @param call the PKCS#11 function that has not come back yet, or that came back last */
    record At(String call) implements Answer {}

    /**
     * @param call the PKCS#11 function
     * @param code its CK_RV
     */
    record Failed(String call, long code) implements Answer {}
}
