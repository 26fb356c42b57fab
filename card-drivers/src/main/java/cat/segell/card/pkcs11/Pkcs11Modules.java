// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.admission.ModuleFile;
import cat.segell.card.host.HostSetup;
import cat.segell.card.host.ModuleHost;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.token.Pkcs11Token;
import cat.segell.card.token.TokenInSlot;
import cat.segell.card.wire.Answer;
import cat.segell.card.wire.Question;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.TokenForeign;
import cat.segell.problem.KeyProblem.TokenRemoved;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** The processes of all modules that are in use. */
public final class Pkcs11Modules implements AutoCloseable {

    /** Processes that start at the same time: most of it is waiting for readers. */
    private static final int AT_ONCE = 4;

    private final HostSetup setup;
    private final CardPresence presence;
    private final Map<Path, ModuleHost> hosts = new LinkedHashMap<>();

    public Pkcs11Modules(HostSetup setup, CardPresence presence) {
        this.setup = setup;
        this.presence = presence;
    }

    /**
     * @param problems of single slots; the tokens were seen all the same
     * @param foreign slots, as the module describes them, with a card that it doesn't know
     */
    public record Sight(ModuleHost host, List<Pkcs11Token> tokens, List<Problem> problems, List<String> foreign) {

        /** Whether there is a token of it in a slot. */
        boolean shows(String slot) {
            return tokens.stream().anyMatch(token -> token.seen().slot().equals(slot));
        }
    }

    /** What came of one module: a sight of it, problems, or both. */
    public record Look(KnownModule module, Optional<Sight> sight, List<Problem> problems) {

        DriverSight driver() {
            List<TokenInSlot> tokens = sight.map(Sight::tokens).orElse(List.of()).stream()
                    .map(Pkcs11Token::inSlot)
                    .toList();
            return new DriverSight(module, sight.isPresent(), tokens, problems);
        }
    }

    /** All of them, a few at a time, each in its own process; in the order that they were given. */
    public List<Look> look(List<KnownModule> modules) {
        if (modules.size() == 1) {
            return List.of(look(modules.getFirst()));
        }
        ThreadFactory threads = Thread.ofPlatform().daemon().name("module ", 1).factory();
        try (ExecutorService few = Executors.newFixedThreadPool(AT_ONCE, threads)) {
            List<Future<Look>> under = new ArrayList<>();
            modules.forEach(module -> under.add(few.submit(() -> look(module))));
            List<Look> looks = new ArrayList<>();
            for (int i = 0; i < modules.size(); i++) {
                looks.add(result(modules.get(i), under.get(i)));
            }
            return looks;
        }
    }

    private static Look result(KnownModule module, Future<Look> look) {
        try {
            return look.get();
        } catch (InterruptedException e) {
            // As a single module's own process tells it; closing the threads stops the others.
            Thread.currentThread().interrupt();
            return new Look(module, Optional.empty(), List.of(new DriverCrashed(module.file())));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Look look(KnownModule module) {
        try {
            Sight sight = look(module.file());
            return new Look(module, Optional.of(sight), sight.problems());
        } catch (ProblemException e) {
            return new Look(module, Optional.empty(), List.of(e.problem()));
        }
    }

    private Sight look(Path module) throws ProblemException {
        ModuleHost host = host(ModuleFile.check(module, setup.owners()));
        ModuleFile file = host.module();
        return switch (host.ask(new Question.Look()).answer()) {
            case Answer.Seen(var tokens, var failures, var foreign) ->
                new Sight(
                        host,
                        tokens.stream()
                                .map(token -> new Pkcs11Token(file, token))
                                .filter(this::isThere)
                                .toList(),
                        problems(failures, file.named()),
                        foreign);
            case Answer.Failed failed ->
                throw new ProblemException(table(file.named()).of(failed));
            case Answer.NotAModule() -> throw new ProblemException(new DriverInvalid(file.named()));
            case Answer.Is _,
                    Answer.Opened _,
                    Answer.Signed _,
                    Answer.Done _,
                    Answer.TokenGone _,
                    Answer.TokensAlike _,
                    Answer.KeyGone _,
                    Answer.PinNeeded _,
                    Answer.At _ -> throw new ProblemException(new DriverCrashed(file.named()));
        };
    }

    /**
     * Software and chips show a place for each token that they might still make, and nobody is told of those. What somebody put in
     * and nobody has set up lies in a device; some modules don't call their readers that, but by their names.
     */
    private boolean isThere(Pkcs11Token token) {
        return token.isInitialised()
                || token.seen().device()
                || presence.isIn(token.seen().slot());
    }

    private static CkrProblem table(Path module) {
        return new CkrProblem(module, module.toString(), "");
    }

    /** A card that went while it was looked at, or that belongs to another driver, is no fault. */
    private static List<Problem> problems(List<Answer.Failed> failures, Path module) {
        List<Problem> problems = new ArrayList<>();
        for (Answer.Failed failed : failures) {
            Problem problem = table(module).of(failed);
            boolean harmless = problem instanceof TokenRemoved || problem instanceof TokenForeign;
            if (!harmless && !problems.contains(problem)) {
                problems.add(problem);
            }
        }
        return problems;
    }

    /** What came up with any of them and stops nothing. */
    public synchronized List<Problem> notices() {
        return hosts.values().stream().flatMap(host -> host.notices().stream()).toList();
    }

    /** The same, told once. */
    public synchronized List<Problem> takeNotices() {
        return hosts.values().stream()
                .flatMap(host -> host.takeNotices().stream())
                .toList();
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
