// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import cat.segell.app.Start;
import cat.segell.app.settings.Effective;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Value;
import cat.segell.cli.Columns;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.GroupCommand;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code segell policy}: what holds on this computer, and who decided it. */
@picocli.CommandLine.Command(name = "policy")
final class PolicyCommand extends GroupCommand {

    PolicyCommand(Invocation invocation) {
        super(invocation);
    }

    /** {@code segell policy explain}. */
    @picocli.CommandLine.Command(name = "explain")
    static final class Explain extends Command {

        Explain(Invocation invocation) {
            super(invocation);
        }

        @Override
        protected boolean triesPolicies() {
            return true;
        }

        @Override
        protected int run(Start start, Out out) {
            List<Map<String, Object>> settings = new ArrayList<>();
            Columns table = new Columns();
            for (Setting setting : Setting.values()) {
                Effective effective = start.preferences().effective(setting);
                settings.add(facts(effective));
                table.row(
                        setting.key(),
                        shown(effective.value(), out),
                        out.texts().text("origin." + effective.origin().word()));
            }
            Map<String, Object> document = new LinkedHashMap<>();
            start.policy().file().ifPresent(file -> document.put("policy", file.toString()));
            document.put("settingsFile", start.dirs().settings().file().toString());
            document.put("settings", settings);
            out.document(document);
            table.lines().forEach(out::line);
            out.line("");
            start.policy()
                    .file()
                    .ifPresentOrElse(
                            file -> out.say("policy.file", Map.of("file", file)), () -> out.say("policy.none"));
            out.say("policy.settings", Map.of("file", start.dirs().settings().file()));
            return ExitStatus.DONE;
        }

        private static Map<String, Object> facts(Effective effective) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("key", effective.setting().key());
            effective.value().ifPresent(value -> facts.put("value", value.plain()));
            facts.put("origin", effective.origin().word());
            facts.put("locked", effective.locked());
            return facts;
        }

        private static String shown(Optional<Value> value, Out out) {
            return value.map(present -> switch (present) {
                        case Value.Word(String word) -> word;
                        case Value.Switch(boolean on) -> out.texts().text(on ? "yes" : "no");
                        case Value.Words(List<String> words) -> words.isEmpty() ? "–" : String.join(", ", words);
                    })
                    .orElse("–");
        }
    }
}
