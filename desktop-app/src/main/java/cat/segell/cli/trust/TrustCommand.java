// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.trust;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Value;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.GroupCommand;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.SettingLocked;
import cat.segell.trust.list.TrustStatus;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code segell trust}: whether the European trusted lists count, and how it stands with them. */
@picocli.CommandLine.Command(name = "trust")
public final class TrustCommand extends GroupCommand {

    public TrustCommand(Invocation invocation) {
        super(invocation);
    }

    /** {@code segell trust status}: of what is here, without asking anybody. */
    @picocli.CommandLine.Command(name = "status")
    public static final class Status extends Command {

        public Status(Invocation invocation) {
            super(invocation);
        }

        @Override
        protected int run(Start start, Out out) throws ProblemException {
            try (Wiring wiring = new Wiring(start)) {
                TrustStatus status = wiring.lists().status();
                return tell(status, wiring, out).exitStatus();
            }
        }
    }

    /** {@code segell trust update}: fetches them now. */
    @picocli.CommandLine.Command(name = "update")
    public static final class Update extends Command {

        @Option(names = "--allow-private-network", descriptionKey = "allowPrivateNetwork")
        private boolean allowPrivateNetwork;

        public Update(Invocation invocation) {
            super(invocation);
        }

        @Override
        protected int run(Start start, Out out) throws ProblemException {
            try (Wiring wiring = new Wiring(start)) {
                TrustStatus status = wiring.lists().update(allowPrivateNetwork);
                tell(status, wiring, out);
                return ExitStatus.first(
                        status.problems().stream().map(ExitStatus::of).toList());
            }
        }
    }

    /** {@code segell trust on}: they count from now on, once they were fetched. */
    @picocli.CommandLine.Command(name = "on")
    public static final class On extends Command {

        public On(Invocation invocation) {
            super(invocation);
        }

        @Override
        protected int run(Start start, Out out) throws ProblemException {
            return set(start, true, out);
        }
    }

    /** {@code segell trust off}: they don't count, and nobody is asked for them. */
    @picocli.CommandLine.Command(name = "off")
    public static final class Off extends Command {

        public Off(Invocation invocation) {
            super(invocation);
        }

        @Override
        protected int run(Start start, Out out) throws ProblemException {
            return set(start, false, out);
        }
    }

    private static TrustWriting tell(TrustStatus status, Wiring wiring, Out out) {
        TrustWriting writing = new TrustWriting(status, wiring.lists().areOn(), out);
        out.document(writing.json());
        writing.tell();
        return writing;
    }

    private static int set(Start start, boolean on, Out out) throws ProblemException {
        if (on
                && start.preferences().isLocked(Setting.TRUST)
                && !start.preferences().isLocked(Setting.TRUSTED_LISTS)) {
            // They wouldn't count: the administrator alone adds to what is believed.
            throw new ProblemException(new SettingLocked(Setting.TRUST.key()));
        }
        start.dirs().settings().set(Setting.TRUSTED_LISTS, Optional.of(new Value.Switch(on)), start.policy());
        out.document(Map.of("on", on));
        out.say(on ? "trust.switched.on" : "trust.switched.off", Map.of("segell", out.segell()));
        return ExitStatus.DONE;
    }
}
