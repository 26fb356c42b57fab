// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import cat.segell.card.admission.ModuleFile;
import cat.segell.card.host.HostSetup;
import cat.segell.card.host.ModuleHost;
import cat.segell.card.wire.Answer;
import cat.segell.card.wire.Question;
import cat.segell.problem.KeyProblem.DriverCrashed;
import cat.segell.problem.KeyProblem.DriverHung;
import cat.segell.problem.KeyProblem.DriverInvalid;
import cat.segell.problem.KeyProblem.DriverTrialFailed;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;

/** Loads a module once, in a process of its own, and asks what it is. No card is touched. */
public record DriverTrial(HostSetup setup) {

    /** @throws ProblemException a {@code KeyProblem}: the file is no module for this computer, or it breaks */
    public DriverInfo about(Path module) throws ProblemException {
        ModuleFile file = ModuleFile.check(module, setup.owners());
        try (ModuleHost host = new ModuleHost(file, setup)) {
            return switch (about(module, host)) {
                case Answer.Is(String manufacturer, String description, String version) ->
                    new DriverInfo(manufacturer, description, version);
                case Answer.Failed failed ->
                    throw new ProblemException(new CkrProblem(module, module.toString(), "").of(failed));
                case Answer.NotAModule() -> throw new ProblemException(new DriverInvalid(module));
                case Answer.Seen _,
                        Answer.Opened _,
                        Answer.Signed _,
                        Answer.Done _,
                        Answer.TokenGone _,
                        Answer.TokensAlike _,
                        Answer.KeyGone _,
                        Answer.PinNeeded _,
                        Answer.At _ ->
                    throw new ProblemException(new DriverTrialFailed(module, new DriverCrashed(module)));
            };
        }
    }

    /** That it broke is told of a library which nobody has used yet: no card is to be taken out for it. */
    private static Answer about(Path module, ModuleHost host) throws ProblemException {
        try {
            return host.ask(new Question.About()).answer();
        } catch (ProblemException e) {
            boolean broke = e.problem() instanceof DriverCrashed || e.problem() instanceof DriverHung;
            throw broke ? new ProblemException(new DriverTrialFailed(module, e.problem()), e) : e;
        }
    }
}
