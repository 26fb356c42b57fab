// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.host.Answer;
import cat.segell.card.host.HostSetup;
import cat.segell.card.host.ModuleFile;
import cat.segell.card.host.ModuleHost;
import cat.segell.card.host.Question;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The processes of all modules that are in use. */
final class Pkcs11Modules implements AutoCloseable {

    private final HostSetup setup;
    private final Map<Path, ModuleHost> hosts = new LinkedHashMap<>();

    Pkcs11Modules(HostSetup setup) {
        this.setup = setup;
    }

    /** @param problems of single slots; the tokens were seen all the same */
    record Sight(ModuleHost host, List<Pkcs11Token> tokens, List<Problem> problems) {}

    Sight look(Path module) throws ProblemException {
        ModuleHost host = host(ModuleFile.check(module));
        ModuleFile file = host.module();
        return switch (host.ask(new Question.Look()).answer()) {
            case Answer.Seen(var tokens, var failures) ->
                new Sight(
                        host,
                        tokens.stream()
                                .map(token -> new Pkcs11Token(file, token))
                                .toList(),
                        problems(failures, file.named()));
            case Answer.Failed failed ->
                throw new ProblemException(
                        CkrProblem.of(failed, file.named(), file.named().toString(), ""));
            case Answer.NotAModule() -> throw new ProblemException(new DriverInvalid(file.named()));
            case Answer.Opened _,
                    Answer.Signed _,
                    Answer.Done _,
                    Answer.TokenGone _,
                    Answer.KeyGone _,
                    Answer.PinNeeded _ -> throw new ProblemException(new DriverCrashed(file.named()));
        };
    }

    /** A card that went while it was looked at is no fault. */
    private static List<Problem> problems(List<Answer.Failed> failures, Path module) {
        List<Problem> problems = new ArrayList<>();
        for (Answer.Failed failed : failures) {
            Problem problem = CkrProblem.of(failed, module, module.toString(), "");
            if (!(problem instanceof TokenRemoved)) {
                problems.add(problem);
            }
        }
        return problems;
    }

    /** One process per file, under whatever names. */
    private synchronized ModuleHost host(ModuleFile file) {
        return hosts.computeIfAbsent(file.real(), _ -> new ModuleHost(file, setup));
    }

    @Override
    public synchronized void close() {
        hosts.values().forEach(ModuleHost::close);
        hosts.clear();
    }
}
