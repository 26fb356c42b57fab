// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** "segell 0.1.0", from the jar. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"segell " + number()};
    }

    public static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "dev");
    }
}
