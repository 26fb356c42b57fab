// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.batch.journal.AskedServices;
import cat.segell.cli.ShellWord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Services as options, for a command that is to ask the same ones. */
public final class ServiceWords {

    private ServiceWords() {}

    /** @return each option after a space; empty where nobody was named */
    public static String options(AskedServices services) {
        String options = Stream.concat(
                        services.timestamps().stream().map(address -> " --tsa " + ShellWord.of(address)),
                        services.trusted().stream().map(place -> " --trust " + ShellWord.of(place.toString())))
                .collect(Collectors.joining());
        return services.privateNetwork() ? options + " --allow-private-network" : options;
    }
}
