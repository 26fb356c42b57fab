// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** No such key, card, reader or driver, or it failed. Exit status 3. */
public sealed interface KeyProblem extends Problem {

    /**
     * Nothing at all was found that could sign; the remedy names {@code practice:}.
     *
     * @param finding what is missing, as far as it can be told: the readers' service, a reader, a card, its driver
     */
    record KeyNone(Problem finding) implements KeyProblem {}

    /** There is a card, and nothing that was found reads it. */
    record DriverNone() implements KeyProblem {}

    /** The reference names nothing that is present. */
    record KeyNotFound(String key) implements KeyProblem {}

    /** What a batch was begun with has another certificate now. */
    record KeyReplaced(String key) implements KeyProblem {}

    /** Several fit and none was chosen. */
    record KeyAmbiguous(List<KeyOption> choices) implements KeyProblem {
        public KeyAmbiguous {
            choices = List.copyOf(choices);
        }
    }

    /** There is a private key, but no certificate that belongs to it. */
    record KeyWithoutCertificate(String key) implements KeyProblem {}

    /** There is a certificate, but its private key is not on the token or in the file. */
    record CertWithoutKey(String key) implements KeyProblem {}

    /**
     * Tried once, to see whether it is a driver, it ended or didn't answer.
     *
     * @param why what it did
     */
    record DriverTrialFailed(Path module, Problem why) implements KeyProblem {}

    /** Its answer doesn't verify with the certificate that was chosen: nothing of it was written, and it is asked no more. */
    record SignatureMismatch(String certificateSha256) implements KeyProblem {}

    /** Several tokens carry this label; serial numbers tell them apart. */
    record TokenAmbiguous(String token, List<String> serials) implements KeyProblem {}

    /** No token at all is there. */
    record TokenNone() implements KeyProblem {}

    /** @param token the label or serial number that was asked for */
    record TokenNotFound(String token, List<String> present) implements KeyProblem {
        public TokenNotFound {
            present = List.copyOf(present);
        }
    }

    /** Several have this label, and nothing that a person could name tells them apart. */
    record TokensAlike(String token) implements KeyProblem {}

    /** More than one is there, and none was named. */
    record TokensSeveral(List<String> tokens) implements KeyProblem {}

    /** The driver, or the token, doesn't let its PIN be changed here. */
    record PinChangeUnsupported(String token) implements KeyProblem {}

    record UnblockUnsupported(String token) implements KeyProblem {}

    /** A practice card's PIN is everybody's: it is neither changed nor has it a PUK. */
    record PracticePinFixed(String token) implements KeyProblem {}

    record TokenRemoved(String token) implements KeyProblem {}

    /** There is a card, and the driver doesn't know its kind. */
    record TokenForeign(Path module) implements KeyProblem {}

    /** It is ready to be used, and nothing is on it. */
    record TokenEmpty(String token) implements KeyProblem {}

    /** Somebody else is logged in on it, or holds all of its sessions. */
    record TokenBusy(String token) implements KeyProblem {}

    /** It doesn't remember the PIN that it accepted. */
    record TokenLoggedOut(String token) implements KeyProblem {}

    record KeyFileMissing(Path file) implements KeyProblem {}

    /** It is there, and whoever runs Segell may not read it. */
    record KeyFileUnreadable(Path file) implements KeyProblem {}

    record KeyFileBroken(Path file) implements KeyProblem {}

    /** RSA or EC of a kind that can't make the signature that was asked for. */
    record KeyUnsupported(String algorithm) implements KeyProblem {}

    /** @param algorithm with its bits: RSA 1024 */
    record KeyTooWeak(String algorithm) implements KeyProblem {}

    /** This kind of key is not served on this system or in this version. */
    record KeyKindUnsupported(String kind) implements KeyProblem {}

    /** The operating system's key store can't be opened, or didn't sign: only it knows why. */
    record SystemStoreFailed(String store) implements KeyProblem {}

    record DriverMissing(Path module) implements KeyProblem {}

    /** Somebody who adds a driver names one that isn't there: whether its software is installed is another question. */
    record DriverFileMissing(Path module) implements KeyProblem {}

    /** Somebody who adds a driver names the folder that it is in. */
    record DriverFolder(Path module) implements KeyProblem {}

    /** Which file that is would depend on the folder that Segell is started in. */
    record DriverPathRelative(Path module) implements KeyProblem {}

    /** @param place the file, or the folder above it, that somebody else could change */
    record DriverUnsafe(Path module, Path place) implements KeyProblem {}

    /** It isn't the one that was worked with before, and it wasn't the administrator who exchanged it. */
    record DriverChanged(Path module) implements KeyProblem {}

    /** The administrator has exchanged it; only told. */
    record DriverUpdated(Path module) implements KeyProblem {
        @Override
        public boolean isNotice() {
            return true;
        }
    }

    /** A file is there, but it is not a PKCS#11 library. */
    record DriverInvalid(Path module) implements KeyProblem {}

    /**
     * @param found system and processor that it was made for
     * @param needed those that Segell runs on
     */
    record DriverWrongArch(Path module, String found, String needed) implements KeyProblem {}

    /** It shows only a part of a card's keys, joins other drivers, or writes PINs down. */
    record DriverUnsuited(Path module) implements KeyProblem {}

    /** It isn't among those that were added by hand. */
    record DriverNotSet(Path module) implements KeyProblem {}

    /** @param modules that read one and the same card, the one that is used first */
    record DriverConflict(String reader, List<Path> modules) implements KeyProblem {
        public DriverConflict {
            modules = List.copyOf(modules);
        }
    }

    record DriverCrashed(Path module) implements KeyProblem {}

    /** @param call the PKCS#11 function that didn't come back, where that can be told */
    record DriverHung(Path module, Optional<String> call, int seconds) implements KeyProblem {}

    /**
     * What the standard calls a failure without a remedy of its own.
     *
     * @param call the PKCS#11 function
     * @param result its return value, such as {@code CKR_DEVICE_ERROR (0x30)}
     */
    record DriverFailed(Path module, String call, String result) implements KeyProblem {}

    /**
     * The standard doesn't know this code, or not from this function.
     *
     * @param call the PKCS#11 function
     * @param result its return value in hexadecimal, {@code 0x…}
     */
    record DriverCodeUnknown(Path module, String call, String result) implements KeyProblem {}
}
