// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import iaik.pkcs.pkcs11.wrapper.CK_ATTRIBUTE;
import iaik.pkcs.pkcs11.wrapper.PKCS11;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** The functions of a module that look for objects and read them. */
record ObjectCalls(PKCS11 module, Calls calls) {

    private static final boolean UTF8 = true;
    private static final int AT_ONCE = 64;

    /** More objects than any card has; a broken module doesn't keep us counting. */
    private static final int MOST_OBJECTS = 1000;

    /** Codes that say that this object has no such attribute, or doesn't show it. */
    private static final Set<Long> ABSENT = Set.of(
            PKCS11Constants.CKR_ATTRIBUTE_SENSITIVE,
            PKCS11Constants.CKR_ATTRIBUTE_TYPE_INVALID,
            PKCS11Constants.CKR_OBJECT_HANDLE_INVALID);

    long[] find(long session, long objectClass) throws CryptokiFailure {
        CK_ATTRIBUTE wanted = new CK_ATTRIBUTE();
        wanted.type = PKCS11Constants.CKA_CLASS;
        wanted.pValue = objectClass;
        calls.run("C_FindObjectsInit", () -> module.C_FindObjectsInit(session, new CK_ATTRIBUTE[] {wanted}, UTF8));
        try {
            LongStream.Builder found = LongStream.builder();
            int count = 0;
            long[] next = next(session);
            while (next.length > 0 && count < MOST_OBJECTS) {
                LongStream.of(next).forEach(found::add);
                count += next.length;
                next = next(session);
            }
            return found.build().toArray();
        } finally {
            calls.run("C_FindObjectsFinal", () -> module.C_FindObjectsFinal(session));
        }
    }

    private long[] next(long session) throws CryptokiFailure {
        return calls.get("C_FindObjects", () -> module.C_FindObjects(session, AT_ONCE));
    }

    /**
     * What the wrapper makes of an attribute: byte[], char[], Boolean or Long.
     *
     * @return nothing where the object has none
     */
    Optional<Object> attribute(long session, long object, long type) throws CryptokiFailure {
        CK_ATTRIBUTE[] attributes = {new CK_ATTRIBUTE()};
        attributes[0].type = type;
        try {
            calls.run("C_GetAttributeValue", () -> module.C_GetAttributeValue(session, object, attributes, UTF8));
            // The wrapper puts objects of its own into the array.
            return Optional.ofNullable(attributes[0].pValue);
        } catch (CryptokiFailure e) {
            if (ABSENT.contains(e.code())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
