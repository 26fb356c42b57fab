// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemOpenerTest {

    private static final URI PAGE = URI.create("https://example.org/a?b=c&d=e");

    @Test
    void eachSystemShowsAPageByItsOwnCommand() {
        assertThat(new SystemOpener("Linux").browseCommand(PAGE)).isEqualTo(List.of("xdg-open", PAGE.toString()));
        assertThat(new SystemOpener("Mac OS X").browseCommand(PAGE)).isEqualTo(List.of("open", PAGE.toString()));
        assertThat(new SystemOpener("Windows 11").browseCommand(PAGE))
                .isEqualTo(List.of("rundll32.exe", "url.dll,FileProtocolHandler", PAGE.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "http://example.org/", "javascript:alert(1)", "-a", "a.desktop"})
    void nothingElseIsHandedToOtherPrograms(String other) {
        SystemOpener opener = new SystemOpener("Linux");
        URI page = URI.create(other);
        assertThatThrownBy(() -> opener.browseCommand(page)).isInstanceOf(IllegalArgumentException.class);
    }
}
