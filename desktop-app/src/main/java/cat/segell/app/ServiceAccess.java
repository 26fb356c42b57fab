// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.settings.TimestampService;
import cat.segell.credential.Pin;
import cat.segell.credential.SecretLine;
import cat.segell.document.SingleFile;
import cat.segell.network.BasicAccess;
import cat.segell.network.ClientKey;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.ServiceAccessUnusable;
import cat.segell.timestamp.TimestampTerms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** How services get to know whoever asks them: passwords and keys are read from their files once they are needed. */
final class ServiceAccess {

    private ServiceAccess() {}

    /** @throws ProblemException {@code SERVICE-ACCESS-UNUSABLE} */
    static TimestampTerms terms(TimestampService service) throws ProblemException {
        if (service.passwordFile().isEmpty()) {
            return new TimestampTerms(service.policy(), Optional.empty(), Optional.empty());
        }
        try (Pin password = password(service.passwordFile().get())) {
            Optional<ClientKey> key = service.clientKey().isPresent()
                    ? Optional.of(key(service.clientKey().get(), password))
                    : Optional.empty();
            return new TimestampTerms(
                    service.policy(), service.user().map(user -> new BasicAccess(user, password)), key);
        }
    }

    private static Pin password(Path file) throws ProblemException {
        try {
            SingleFile.demand(file);
        } catch (ProblemException e) {
            throw new ProblemException(new ServiceAccessUnusable(file), e);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return SecretLine.read(in).orElseThrow(() -> new ProblemException(new ServiceAccessUnusable(file)));
        } catch (IOException e) {
            throw new ProblemException(new ServiceAccessUnusable(file), e);
        }
    }

    private static ClientKey key(Path file, Pin password) throws ProblemException {
        char[] characters = password.characters();
        try {
            return ClientKey.read(file, characters);
        } catch (IOException e) {
            throw new ProblemException(new ServiceAccessUnusable(file), e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
