// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.ServicesBroken;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceProfileTest {

    @TempDir
    private Path folder;

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("services.json"), content.replace('\'', '"'))
                .toString();
    }

    private static Preferences set(Map<Setting, Value> values) throws ProblemException {
        return Preferences.of(Policy.NONE, new Settings(values, Map.of())).withServices();
    }

    @Test
    void itsAuthoritiesAreAskedWhereNoneIsSet() throws Exception {
        String file = file(
                "{'name': 'Ours', 'timestamps': [{'address': 'https://a.example/'},"
                        + " {'address': 'https://b.example/', 'policy': '1.2.3', 'user': 'office', 'passwordFile': 'secret'}]}");
        Preferences preferences = set(Map.of(Setting.SERVICES, new Value.Word(file)));
        assertThat(preferences.tsa()).containsExactly("https://a.example/", "https://b.example/");
        assertThat(preferences.services().orElseThrow().timestamp(URI.create("HTTPS://B.example:443")))
                .contains(new TimestampService(
                        "https://b.example/",
                        Optional.of("1.2.3"),
                        Optional.of("office"),
                        Optional.empty(),
                        Optional.of(folder.resolve("secret"))));
        Preferences both = set(Map.of(
                Setting.SERVICES, new Value.Word(file), Setting.TSA, new Value.Words(List.of("https://b.example/"))));
        assertThat(both.tsa()).containsExactly("https://b.example/");
        assertThat(both.services()).isPresent();
        assertThat(preferences
                        .with(Map.of(Setting.TSA, new Value.Words(List.of("practice:"))))
                        .tsa())
                .containsExactly("practice:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://b.example/other", "http://b.example/", "https://b.example:444/", "https://b.example/?x"
            })
    void whatIsAgreedOnWithAnAuthorityHoldsForNoOther(String address) throws Exception {
        String file = file("{'timestamps': [{'address': 'https://b.example/', 'policy': '1.2.3'}]}");
        assertThat(ServiceProfile.read(file).timestamp(URI.create(address))).isEmpty();
    }

    @Test
    void whereNothingIsSetNobodyIsAsked() throws Exception {
        assertThat(set(Map.of()).tsa()).isEmpty();
        assertThat(set(Map.of()).services()).isEmpty();
    }

    @Test
    void oneForCataloniaComesWithTheProgram() throws Exception {
        assertThat(ServiceProfile.read("catalonia").addresses())
                .containsExactly("https://q.tsa.aoc.cat/Keyman/ivtsp/qualified/request/basic");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                                                          | 1:2
            {'more': 1}                                                                                | more
            {'name': 1}                                                                                | name
            {'timestamps': 'https://a.example/'}                                                       | timestamps
            {'timestamps': ['https://a.example/']}                                                     | timestamps[0]
            {'timestamps': [{}]}                                                                       | timestamps[0].address
            {'timestamps': [{'address': 'a.example'}]}                                                 | timestamps[0].address
            {'timestamps': [{'address': 'https://u:p@a.example/'}]}                                    | timestamps[0].address
            {'timestamps': [{'address': 'https://a.example/'}, {'address': 'ftp://a.example/'}]}       | timestamps[1].address
            {'timestamps': [{'address': 'https://a.example/', 'policy': 'any'}]}                       | timestamps[0].policy
            {'timestamps': [{'address': 'https://a.example/', 'policy': '1.99.1'}]}                    | timestamps[0].policy
            {'timestamps': [{'address': 'https://a.example/', 'policy': null}]}                        | timestamps[0].policy
            {'timestamps': [{'address': 'https://a.example/', 'password': 'x'}]}                       | timestamps[0].password
            {'timestamps': [{'address': 'https://a.example/', 'user': 'u'}]}                           | timestamps[0].passwordFile
            {'timestamps': [{'address': 'https://a.example/', 'passwordFile': 'p'}]}                   | timestamps[0].passwordFile
            {'timestamps': [{'address': 'https://a.example/', 'user': 'a:b', 'passwordFile': 'p'}]}    | timestamps[0].user
            {'timestamps': [{'address': 'https://a.example/', 'user': 'u', 'clientKey': 'k', 'passwordFile': 'p'}]} | timestamps[0].user
            {'timestamps': [{'address': 'http://a.example/', 'user': 'u', 'passwordFile': 'p'}]}       | timestamps[0].address
            {'timestamps': [{'address': 'http://127.0.0.1.example/', 'user': 'u', 'passwordFile': 'p'}]} | timestamps[0].address
            {'timestamps': [{'address': 'http://127.0.0.1/', 'clientKey': 'k', 'passwordFile': 'p'}]}  | timestamps[0].address
            """)
    void whatIsWrongIsToldWithItsPlace(String content, String where) throws Exception {
        String file = file(content);
        assertThatThrownBy(() -> set(Map.of(Setting.SERVICES, new Value.Word(file))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(new ServicesBroken(file, where)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atlantis", "/nowhere/services.json", "services\u0000.json", "../catalonia"})
    void whatIsNotThereIsTold(String word) {
        assertThatThrownBy(() -> ServiceProfile.read(word))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new ServicesBroken(word, "-")));
    }

    @Test
    void onThisMachineAPasswordNeedsNoTls() throws Exception {
        String file = file("{'timestamps': [{'address': 'http://127.0.0.1:1/', 'user': 'u', 'passwordFile': 'p'}]}");
        assertThat(set(Map.of(Setting.SERVICES, new Value.Word(file))).tsa()).containsExactly("http://127.0.0.1:1/");
    }
}
