// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.Wiring;
import cat.segell.app.settings.LevelChoice;
import cat.segell.cli.Out;
import cat.segell.network.HttpAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** At which level is signed, and why at this one. Before the PIN: whoever wants another can still leave it. */
record LevelNote(Out out) {

    void tell(LevelChoice choice) {
        String key = "sign.at." + choice.reason().word();
        if (choice.reason() != LevelChoice.Reason.AUTHORITY) {
            say(key, Map.of("level", choice.level()));
            return;
        }
        List<String> names =
                choice.authorities().stream().map(this::name).distinct().toList();
        String others = names.stream().skip(1).collect(Collectors.joining(", "));
        say(
                others.isEmpty() ? key : key + ".else",
                Map.of("level", choice.level(), "authority", names.getFirst(), "others", others));
    }

    /** The address itself may hold what isn't for everybody's eyes. */
    private String name(String address) {
        return address.equals(Wiring.PRACTICE)
                ? out.texts().text("sign.at.practice")
                : HttpAddress.of(address).map(URI::getHost).orElse("?");
    }

    private void say(String key, Map<String, ?> values) {
        out.note(out.wrapped("", out.texts().text(key, values)));
    }
}
