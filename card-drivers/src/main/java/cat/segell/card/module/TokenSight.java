// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import cat.segell.card.wire.Answer;
import cat.segell.card.wire.PublicPart;
import cat.segell.card.wire.SeenObject;
import cat.segell.card.wire.SeenObject.Kind;
import cat.segell.card.wire.SeenToken;
import iaik.pkcs.pkcs11.wrapper.CK_TOKEN_INFO;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** Looks at tokens, in the child process. */
record TokenSight(Cryptoki cryptoki) {

    /** Of a certificate; a broken module doesn't fill our memory. */
    private static final int LONGEST = 12 << 10;

    private static final long DEVICE = PKCS11Constants.CKF_REMOVABLE_DEVICE | PKCS11Constants.CKF_HW_SLOT;

    /** An object together with its handle, which means something within one session only. */
    record Handled(long handle, SeenObject object) {}

    Answer.Seen all() throws CryptokiFailure {
        List<SeenToken> tokens = new ArrayList<>();
        List<Answer.Failed> failures = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        for (long slot : cryptoki.slotsWithToken()) {
            try {
                CK_TOKEN_INFO token = cryptoki.token(slot);
                tokens.add(
                        initialised(token)
                                ? seen(slot, token, failures)
                                : seen(token, slot, isDevice(slot), List.of()));
            } catch (CryptokiFailure e) {
                failures.add(e.answer());
                if (e.code() == PKCS11Constants.CKR_TOKEN_NOT_RECOGNIZED) {
                    foreign.add(description(slot));
                }
            }
        }
        return new Answer.Seen(tokens, failures, foreign);
    }

    static boolean initialised(CK_TOKEN_INFO token) {
        return (token.flags & PKCS11Constants.CKF_TOKEN_INITIALIZED) != 0;
    }

    /** Software can call its places removable (SoftHSM: slots.removable), but never a device (PKCS#11 v3.0, §3.2). */
    private boolean isDevice(long slot) {
        try {
            return (cryptoki.slot(slot).flags & DEVICE) == DEVICE;
        } catch (CryptokiFailure untold) {
            return false;
        }
    }

    private SeenToken seen(long slot, CK_TOKEN_INFO token, List<Answer.Failed> failures) throws CryptokiFailure {
        long session = cryptoki.open(slot);
        try {
            List<SeenObject> objects = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                handled(session, kind, failures).forEach(each -> objects.add(each.object()));
            }
            return seen(token, slot, false, objects);
        } finally {
            cryptoki.leave(session);
        }
    }

    private SeenToken seen(CK_TOKEN_INFO token, long slot, boolean device, List<SeenObject> objects) {
        return new SeenToken(
                text(token.label),
                text(token.manufacturerID),
                text(token.model),
                text(token.serialNumber),
                new SeenToken.State(token.flags, token.ulMinPinLen, token.ulMaxPinLen),
                device,
                description(slot),
                objects);
    }

    /** Only for people: a module that doesn't tell is as good as any. */
    private String description(long slot) {
        try {
            return text(cryptoki.slot(slot).slotDescription);
        } catch (CryptokiFailure untold) {
            return "";
        }
    }

    /** PKCS#11 pads with blanks; some modules end with a zero instead. */
    static String text(char[] padded) {
        String text = new String(padded);
        int zero = text.indexOf('\0');
        return (zero < 0 ? text : text.substring(0, zero)).stripTrailing();
    }

    /** @param failures gets those of single objects; the others are there all the same */
    List<Handled> handled(long session, Kind kind, List<Answer.Failed> failures) throws CryptokiFailure {
        List<Handled> found = new ArrayList<>();
        for (long handle : cryptoki.objects().find(session, objectClass(kind))) {
            try {
                found.add(new Handled(handle, object(session, handle, kind)));
            } catch (CryptokiFailure e) {
                if (e.endsSession()) {
                    throw e;
                }
                failures.add(e.answer());
            }
        }
        return found;
    }

    private SeenObject object(long session, long handle, Kind kind) throws CryptokiFailure {
        String id = HexFormat.of().formatHex(bytes(session, handle, PKCS11Constants.CKA_ID));
        byte[] value = kind == Kind.CERTIFICATE
                ? bytes(session, handle, PKCS11Constants.CKA_VALUE)
                : publicPart(session, handle);
        boolean pinEachTime = kind == Kind.PRIVATE_KEY && wantsPinEachTime(session, handle);
        return new SeenObject(kind, id, label(session, handle), value, pinEachTime);
    }

    private static long objectClass(Kind kind) {
        return switch (kind) {
            case CERTIFICATE -> PKCS11Constants.CKO_CERTIFICATE;
            case PUBLIC_KEY -> PKCS11Constants.CKO_PUBLIC_KEY;
            case PRIVATE_KEY -> PKCS11Constants.CKO_PRIVATE_KEY;
        };
    }

    /** In the same form as {@link PublicPart}. */
    private byte[] publicPart(long session, long handle) throws CryptokiFailure {
        byte[] modulus = bytes(extra(session, handle, PKCS11Constants.CKA_MODULUS));
        if (modulus.length > 0) {
            return PublicPart.unsigned(new BigInteger(1, modulus));
        }
        return PublicPart.withoutOctetString(bytes(extra(session, handle, PKCS11Constants.CKA_EC_POINT)));
    }

    boolean wantsPinEachTime(long session, long key) throws CryptokiFailure {
        return extra(session, key, PKCS11Constants.CKA_ALWAYS_AUTHENTICATE)
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    private String label(long session, long handle) throws CryptokiFailure {
        return extra(session, handle, PKCS11Constants.CKA_LABEL)
                .flatMap(value -> value instanceof char[] text ? Optional.of(text(text)) : Optional.empty())
                .orElse("");
    }

    /** Drivers answer with all kinds of codes to what a key has not: only what concerns everything is told. */
    private Optional<Object> extra(long session, long handle, long type) throws CryptokiFailure {
        try {
            return cryptoki.objects().attribute(session, handle, type);
        } catch (CryptokiFailure e) {
            if (e.endsSession()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private byte[] bytes(long session, long handle, long type) throws CryptokiFailure {
        return bytes(cryptoki.objects().attribute(session, handle, type));
    }

    /** @return empty also where it is longer than anything that belongs on a card */
    private static byte[] bytes(Optional<Object> value) {
        return value.flatMap(present -> present instanceof byte[] bytes ? Optional.of(bytes) : Optional.empty())
                .filter(bytes -> bytes.length <= LONGEST)
                .map(bytes -> Arrays.copyOf(bytes, bytes.length))
                .orElse(new byte[0]);
    }
}
