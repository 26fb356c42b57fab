// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import cat.segell.certificate.Oid;
import cat.segell.network.HttpAddress;
import cat.segell.problem.BrokenAt;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An authority in a profile.
 *
 * @param policy under which it stamps, as an OID
 * @param user whom it knows; its password stands in a file of its own
 * @param clientKey a key file (PKCS#12) by which it knows whoever asks, in place of a user
 * @param passwordFile of either, with one line
 */
public record TimestampService(
        String address,
        Optional<String> policy,
        Optional<String> user,
        Optional<Path> clientKey,
        Optional<Path> passwordFile) {

    private static final Set<String> KEYS = Set.of("address", "policy", "user", "clientKey", "passwordFile");

    /** @param folder where files are looked for */
    static TimestampService of(Object plain, String where, Path folder) throws BrokenAt {
        if (!(plain instanceof Map<?, ?> entries)) {
            throw new BrokenAt(where);
        }
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            String key = String.valueOf(entry.getKey());
            String at = where + "." + key;
            if (!KEYS.contains(key) || entry.getValue() == null) {
                throw new BrokenAt(at);
            }
            texts.put(key, ServiceProfile.text(entry.getValue(), at));
        }
        TimestampService service = new TimestampService(
                texts.getOrDefault("address", ""),
                Optional.ofNullable(texts.get("policy")),
                Optional.ofNullable(texts.get("user")),
                file(texts, "clientKey", where, folder),
                file(texts, "passwordFile", where, folder));
        service.guard(where);
        return service;
    }

    private static Optional<Path> file(Map<String, String> texts, String key, String where, Path folder)
            throws BrokenAt {
        try {
            return Optional.ofNullable(texts.get(key)).map(folder::resolve);
        } catch (InvalidPathException e) {
            throw new BrokenAt(where + "." + key);
        }
    }

    private void guard(String where) throws BrokenAt {
        URI uri = HttpAddress.of(address).orElseThrow(() -> new BrokenAt(where + ".address"));
        if (policy.isPresent() && !Oid.is(policy.get())) {
            throw new BrokenAt(where + ".policy");
        }
        boolean known = user.isPresent() || clientKey.isPresent();
        if (known != passwordFile.isPresent()) {
            throw new BrokenAt(where + ".passwordFile");
        }
        // A user's name ends at the colon (RFC 7617 §2).
        if (user.isPresent() && (clientKey.isPresent() || user.get().contains(":"))) {
            throw new BrokenAt(where + ".user");
        }
        if ((user.isPresent() && !HttpAddress.hides(uri)) || (clientKey.isPresent() && !HttpAddress.isTls(uri))) {
            throw new BrokenAt(where + ".address");
        }
    }
}
