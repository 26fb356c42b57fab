// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.card.practice.PracticeCard;
import cat.segell.cli.Command;
import cat.segell.cli.Label;
import cat.segell.credential.Credential;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.CertificatePrefix;
import cat.segell.credential.reference.KeyReference.CloudKey;
import cat.segell.credential.reference.KeyReference.KeyFile;
import cat.segell.credential.reference.KeyReference.Pkcs11Key;
import cat.segell.credential.reference.KeyReference.PracticeKey;
import cat.segell.credential.reference.KeyReference.SystemKey;
import cat.segell.credential.reference.Pkcs11Uri;
import cat.segell.problem.KeyProblem.PracticePinFixed;
import cat.segell.problem.PinProblem.PinMissing;
import cat.segell.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which card is meant; without a word the only one that is there. */
final class TokenOptions {

    @ArgGroup
    private @Nullable Given given;

    /** One of them. */
    static final class Given {
        @Option(names = "--token", paramLabel = Label.NAME, descriptionKey = "cards.which")
        private @Nullable String token;

        @Option(names = "--key", paramLabel = Label.KEY, descriptionKey = "cards.which.key")
        private @Nullable String key;
    }

    /** @throws ProblemException {@code USAGE-INVALID} where the key is none of a card, or {@code SETTING-LOCKED} */
    TokenChoice choice(Start start, Wiring wiring, Command command) throws ProblemException {
        if (given != null && given.token != null) {
            demandReal(given.token, wiring);
            return TokenChoice.named(given.token);
        }
        if (given == null || given.key == null) {
            return TokenChoice.ONLY;
        }
        KeyReference named = KeyReference.parse(given.key);
        start.preferences().demandListed(named);
        return switch (named) {
            case Pkcs11Key(Pkcs11Uri uri) -> TokenChoice.of(uri);
            case CertificatePrefix prefix -> TokenChoice.of(card(wiring, prefix, given.key, command));
            case PracticeKey practice -> throw fixed(PracticeCard.label(practice));
            case KeyFile _, SystemKey _, CloudKey _ -> throw none(given.key, command);
        };
    }

    private static Pkcs11Uri card(Wiring wiring, CertificatePrefix prefix, String key, Command command)
            throws ProblemException {
        List<Credential> found = wiring.credentials().find(prefix, _ -> {
            throw new ProblemException(new PinMissing());
        });
        if (KeyReference.parse(found.getFirst().key()) instanceof Pkcs11Key(Pkcs11Uri uri)) {
            return uri;
        }
        if (found.getFirst().practice()) {
            throw fixed(found.getFirst().token().label());
        }
        throw none(key, command);
    }

    /** A practice card is told as what it is, as far as it has been made. */
    private static void demandReal(String name, Wiring wiring) throws ProblemException {
        for (Credential each : wiring.practiceCard().list().credentials()) {
            if (name.equals(each.token().label()) || name.equals(each.token().serial())) {
                throw fixed(each.token().label());
            }
        }
    }

    private static ProblemException fixed(String token) {
        return new ProblemException(new PracticePinFixed(token));
    }

    private static ProblemException none(String key, Command command) {
        return command.usage("cards.pin.nocard", Map.of("key", key));
    }
}
