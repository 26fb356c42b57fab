// SPDX-License-Identifier: EUPL-1.2
package cat.segell.notary;

import java.util.Optional;

/**
 * What a receipt says of a document beside its content; disclosed only by the receipt.
 *
 * @param supersedes commitment of the version that this one replaces, lower-case hex
 */
public record Metadata(
        Optional<String> unit,
        Optional<String> series,
        Optional<String> number,
        Optional<String> version,
        Optional<String> supersedes,
        Optional<String> kind) {

    public static final Metadata NONE = new Metadata(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
