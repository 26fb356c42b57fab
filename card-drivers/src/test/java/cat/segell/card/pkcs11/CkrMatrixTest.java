// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.FaultyModule;
import cat.segell.card.fixture.FaultyModule.Function;
import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.Signatures;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.Sources;
import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.reference.KeyReference;
import cat.segell.fixture.KeyKind;
import cat.segell.fixture.TestPki;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every function that is called returns every code of the table below, on its own, and the person is told what the standard
 * says that this code means there. The table was read off PKCS#11 v3.0, §5.1 (what codes mean) and the lists of return values
 * of each function; it knows nothing of our own.
 */
@Tag("system")
class CkrMatrixTest {

    private static final TestPki PKI = TestPki.create();

    /** What a code means wherever it may come from, as far as it is a failure without a meaning of its own. */
    private static final String PLAIN = "DRIVER-FAILED";

    private static final String UNKNOWN = "DRIVER-CODE-UNKNOWN";
    private static final String NOTHING = "";

    /** Codes of the standard's first part: of the computer, the library, the session, the objects. */
    private static final Map<Long, String> NAMES = names("""
            0x01 CKR_CANCEL
            0x02 CKR_HOST_MEMORY
            0x03 CKR_SLOT_ID_INVALID
            0x05 CKR_GENERAL_ERROR
            0x06 CKR_FUNCTION_FAILED
            0x07 CKR_ARGUMENTS_BAD
            0x20 CKR_DATA_INVALID
            0x21 CKR_DATA_LEN_RANGE
            0x30 CKR_DEVICE_ERROR
            0x31 CKR_DEVICE_MEMORY
            0x32 CKR_DEVICE_REMOVED
            0x50 CKR_FUNCTION_CANCELED
            0x54 CKR_FUNCTION_NOT_SUPPORTED
            0x60 CKR_KEY_HANDLE_INVALID
            0x62 CKR_KEY_SIZE_RANGE
            0x63 CKR_KEY_TYPE_INCONSISTENT
            0x68 CKR_KEY_FUNCTION_NOT_PERMITTED
            0x70 CKR_MECHANISM_INVALID
            0x71 CKR_MECHANISM_PARAM_INVALID
            0x90 CKR_OPERATION_ACTIVE
            0x91 CKR_OPERATION_NOT_INITIALIZED
            0xA0 CKR_PIN_INCORRECT
            0xA1 CKR_PIN_INVALID
            0xA2 CKR_PIN_LEN_RANGE
            0xA3 CKR_PIN_EXPIRED
            0xA4 CKR_PIN_LOCKED
            0xB0 CKR_SESSION_CLOSED
            0xB1 CKR_SESSION_COUNT
            0xB3 CKR_SESSION_HANDLE_INVALID
            0xE0 CKR_TOKEN_NOT_PRESENT
            0xE1 CKR_TOKEN_NOT_RECOGNIZED
            0x100 CKR_USER_ALREADY_LOGGED_IN
            0x101 CKR_USER_NOT_LOGGED_IN
            0x102 CKR_USER_PIN_NOT_INITIALIZED
            0x104 CKR_USER_ANOTHER_ALREADY_LOGGED_IN
            0x150 CKR_BUFFER_TOO_SMALL
            0x190 CKR_CRYPTOKI_NOT_INITIALIZED
            0x191 CKR_CRYPTOKI_ALREADY_INITIALIZED
            0x200 CKR_FUNCTION_REJECTED
            """);

    /** The numbers of no standard, and those that makers give. */
    private static final Set<Long> NAMELESS = Set.of(0x4711L, 0x80000000L, 0x80000123L, 0x7fffffffffffffffL);

    private static final Set<Long> PIN_CODES = Set.of(0xA0L, 0xA1L, 0xA2L, 0xA3L, 0xA4L, 0x102L);

    /** Who was asked about a slot, who about a session. */
    private static final Set<Function> OF_SLOT = Set.of(Function.GET_TOKEN_INFO, Function.OPEN_SESSION);

    private static final Set<Function> OF_LIBRARY = Set.of(Function.INITIALIZE, Function.GET_SLOT_LIST);

    private static final Set<Function> SIGNING = Set.of(Function.SIGN_INIT, Function.SIGN);

    /** Where a failure changes nothing for the person: what was wanted is there already, or only for the eye. */
    private static final Set<Function> AFTERWARDS =
            Set.of(Function.CLOSE_SESSION, Function.LOGOUT, Function.GET_SLOT_INFO);

    @TempDir
    Path folder;

    private FaultyModule driver;
    private Pkcs11Source source;

    @BeforeEach
    void makeToken() {
        SoftHsm tokens = SoftHsm.in(folder);
        tokens.token("Targeta").put(PKI.signer(KeyKind.P256), "01");
        driver = FaultyModule.build(folder.resolve("driver"));
        source = Sources.of(List.of(driver.path()), tokens.setup());
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @Test
    void eachCodeOfEachFunctionIsSaidAsTheStandardMeansIt() throws Exception {
        Map<String, String> wrong = new LinkedHashMap<>();
        int cases = 0;
        List<Long> codes = new ArrayList<>(NAMES.keySet());
        codes.addAll(NAMELESS);
        Credential found = find();
        // Nobody who signs asks a driver what it is, or changes a PIN.
        for (Function function : EnumSet.complementOf(EnumSet.of(Function.GET_INFO, Function.SET_PIN))) {
            if (function == Function.INITIALIZE) {
                source.close();
            }
            for (long code : codes) {
                String is = what(function, code, found);
                String expected = expected(function, code);
                if (!is.equals(expected)) {
                    wrong.put(function.call() + " 0x" + Long.toHexString(code), is + " instead of " + expected);
                }
                cases++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).isGreaterThan(500);
        driver.behave();
        assertThat(sign(found)).as("in the end nothing is left of it all").isEmpty();
    }

    /** The problem's code, with the function and the return value where it names them. */
    private String what(Function function, long code, Credential found) {
        driver.misbehave(function, code);
        Optional<Problem> problem = sign(found);
        driver.behave();
        return problem.map(CkrMatrixTest::words).orElse(NOTHING);
    }

    private Optional<Problem> sign(Credential found) {
        try (OpenCredential open = source.open(found, Person.entering("1234"))) {
            assertThat(Signatures.fits(open)).isTrue();
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    private static String words(Problem problem) {
        Map<String, Object> facts = problem.facts();
        return facts.containsKey("result")
                ? problem.code() + " " + facts.get("call") + " " + facts.get("result")
                : problem.code();
    }

    private static String expected(Function function, long code) {
        if (AFTERWARDS.contains(function)) {
            return NOTHING;
        }
        return meaning(function, code).orElseGet(() -> plain(function, code));
    }

    private static String plain(Function function, long code) {
        String hex = "0x" + Long.toHexString(code);
        if (!NAMES.containsKey(code)) {
            return UNKNOWN + " " + function.call() + " " + hex;
        }
        // A PIN code from a function that got no PIN means nothing.
        String problem = PIN_CODES.contains(code) ? UNKNOWN : PLAIN;
        return problem + " " + function.call() + " " + NAMES.get(code) + " (" + hex + ")";
    }

    private static Optional<String> meaning(Function function, long code) {
        if (function == Function.LOGIN) {
            return login(code).or(() -> token(function, code));
        }
        if (SIGNING.contains(function)) {
            return signing(function, code).or(() -> token(function, code));
        }
        if (function == Function.FIND_OBJECTS_INIT && code == 0xA3) {
            return Optional.of("PIN-EXPIRED");
        }
        return token(function, code);
    }

    private static Optional<String> login(long code) {
        return Optional.ofNullable(Map.of(
                        0xA0L, "PIN-WRONG",
                        0xA1L, "PIN-FORMAT",
                        0xA2L, "PIN-FORMAT",
                        0xA3L, "PIN-EXPIRED",
                        0xA4L, "TOKEN-LOCKED",
                        0x102L, "PIN-NOT-SET",
                        0x50L, "PIN-CANCELLED",
                        0x200L, "PIN-CANCELLED",
                        0x100L, "TOKEN-BUSY",
                        0x104L, "TOKEN-BUSY")
                .get(code));
    }

    private static Optional<String> signing(Function function, long code) {
        if (function == Function.SIGN_INIT && code == 0xA3) {
            return Optional.of("PIN-EXPIRED");
        }
        if (code == 0x101) {
            return Optional.of("TOKEN-LOGGED-OUT");
        }
        if (code == 0x50 || code == 0x200) {
            return Optional.of("PIN-CANCELLED");
        }
        boolean cannot =
                Set.of(0x20L, 0x21L, 0x54L, 0x62L, 0x63L, 0x68L, 0x70L, 0x71L).contains(code);
        return cannot ? Optional.of("KEY-UNSUPPORTED") : Optional.empty();
    }

    /** The token went, or another one is there that this driver doesn't know. */
    private static Optional<String> token(Function function, long code) {
        boolean ofSlot =
                OF_SLOT.contains(function) && Set.of(0x03L, 0x32L, 0xE0L).contains(code);
        boolean ofSession = !OF_SLOT.contains(function)
                && !OF_LIBRARY.contains(function)
                && Set.of(0x32L, 0xE0L, 0xB0L, 0xB3L).contains(code);
        if (ofSlot || ofSession) {
            return Optional.of("TOKEN-REMOVED");
        }
        if (OF_SLOT.contains(function) && code == 0xE1) {
            return Optional.of("TOKEN-FOREIGN");
        }
        return function == Function.OPEN_SESSION && code == 0xB1 ? Optional.of("TOKEN-BUSY") : Optional.empty();
    }

    private Credential find() throws ProblemException {
        return source.find(KeyReference.parse("pkcs11:token=Targeta"), Person.absent())
                .getFirst();
    }

    private static Map<Long, String> names(String table) {
        Map<Long, String> names = new LinkedHashMap<>();
        table.lines().forEach(line -> names.put(Long.decode(line.split(" ", 2)[0]), line.split(" ", 2)[1]));
        return names;
    }
}
