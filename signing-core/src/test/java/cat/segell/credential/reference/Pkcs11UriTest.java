// SPDX-License-Identifier: EUPL-1.2
package cat.segell.credential.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.segell.credential.reference.KeyReference.Pkcs11Key;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.AddressFault;
import cat.segell.problem.UsageProblem.KeyAddressInvalid;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pkcs11UriTest {

    @ParameterizedTest
    @CsvSource({
        "pkcs11:token=a;token=b, token, TWICE",
        "pkcs11:unknown=a, unknown, UNKNOWN",
        "pkcs11:slot-id=1, slot-id, UNKNOWN",
        "pkcs11:token=a?module-name=x, module-name, UNKNOWN",
        "pkcs11:token, token, BARE",
        "pkcs11:token=a;1234, …, BARE",
        "pkcs11:token=a;secret, …, BARE",
        "pkcs11:token=a;1234=5, …, UNKNOWN",
        "pkcs11:token=a;, …, EMPTY",
        "pkcs11:id=%0, id, ESCAPE",
        "pkcs11:id=%zz, id, ESCAPE",
        "pkcs11:token=a?pin-value=1234, pin-value, SECRET",
        "pkcs11:token=a?pin-source=file:/x, pin-source, SECRET",
        "pkcs11:token=a?module-path=%00, module-path, ESCAPE"
    })
    void refusesWhatItDoesNotUnderstandAndNamesThePartAlone(String uri, String part, AddressFault fault) {
        assertThatThrownBy(() -> KeyReference.parse(uri))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(new KeyAddressInvalid(part, fault)));
    }

    @Test
    void readsRfc7512() throws Exception {
        Pkcs11Uri uri = parse("pkcs11:token=T-CAT;id=%01%ff;object=Signatura%20d%27AOC?module-path=/usr/lib/x.so");
        assertThat(uri.token()).hasValue("T-CAT");
        assertThat(uri.id()).hasValue("01ff");
        assertThat(uri.object()).hasValue("Signatura d'AOC");
        assertThat(uri.modulePath()).hasValue(Path.of("/usr/lib/x.so"));
        assertThat(uri.serial()).isEmpty();
    }

    @Test
    void itsTextFindsTheSameAgain() throws Exception {
        Pkcs11Uri uri = new Pkcs11Uri(
                Optional.of("Targeta d'en Pèr; 100 % ç?&="),
                Optional.of("0123456789abcdef"),
                Optional.of("A=B"),
                Optional.of("m"),
                Optional.of("00a1ff"),
                Optional.of(";"),
                Optional.of(Path.of("/opt/a b/ç?.so")));
        assertThat(parse(uri.text())).isEqualTo(uri);
    }

    private static Pkcs11Uri parse(String text) throws ProblemException {
        return ((Pkcs11Key) KeyReference.parse(text)).uri();
    }
}
