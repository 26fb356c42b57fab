// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.settings.TimestampService;
import cat.segell.network.ClientKey;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.ServiceAccessUnusable;
import cat.segell.timestamp.TimestampTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How services get to know whoever asks them: passwords and keys are read from their files once they are needed. */
final class ServiceAccess {

    private ServiceAccess() {}

    /** @throws ProblemException {@code SERVICE-ACCESS-UNUSABLE} */
    static TimestampTerms terms(TimestampService service) throws ProblemException {
        if (service.passwordFile().isEmpty()) {
            return new TimestampTerms(service.policy(), Optional.empty(), Optional.empty());
        }
        String password = password(service.passwordFile().get());
        Optional<String> authorization = service.user().map(user -> TimestampTerms.basic(user, password));
        Optional<ClientKey> key = service.clientKey().isPresent()
                ? Optional.of(key(service.clientKey().get(), password))
                : Optional.empty();
        return new TimestampTerms(service.policy(), authorization, key);
    }

    private static String password(Path file) throws ProblemException {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() == 1) {
                return lines.getFirst();
            }
        } catch (IOException e) {
            throw new ProblemException(new ServiceAccessUnusable(file), e);
        }
        throw new ProblemException(new ServiceAccessUnusable(file));
    }

    private static ClientKey key(Path file, String password) throws ProblemException {
        try {
            return ClientKey.read(file, password.toCharArray());
        } catch (IOException e) {
            throw new ProblemException(new ServiceAccessUnusable(file), e);
        }
    }
}
