// SPDX-License-Identifier: EUPL-1.2
package cat.segell.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that need packages of the system. */
@Tag("system")
class SystemSessionTest {

    @TempDir
    Path folders;

    @TestFactory
    Stream<DynamicTest> sessions() throws IOException {
        return Sessions.tests(session -> !session.needs().isEmpty() && !session.privileged(), folders);
    }
}
