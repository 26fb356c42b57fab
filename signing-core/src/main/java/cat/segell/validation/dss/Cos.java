// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Questions to PDF objects. */
final class Cos {

    private Cos() {}

    static Optional<COSObjectKey> key(@Nullable COSBase item) {
        return item instanceof COSObject reference ? Optional.ofNullable(reference.getKey()) : Optional.empty();
    }

    /** Follows a reference. */
    static COSBase value(@Nullable COSBase item) {
        COSBase value = item instanceof COSObject reference ? reference.getObject() : item;
        return value == null ? COSNull.NULL : value;
    }

    /** An empty one where there is none. */
    static COSDictionary dictionary(@Nullable COSBase item) {
        return value(item) instanceof COSDictionary dictionary ? dictionary : new COSDictionary();
    }

    /** An empty one where there is none. */
    static COSArray array(@Nullable COSBase item) {
        return value(item) instanceof COSArray array ? array : new COSArray();
    }

    /** The keys whose values are not the same. */
    static Set<COSName> differing(COSDictionary one, COSDictionary other) throws IOException {
        Set<COSName> names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        Set<COSName> differing = new LinkedHashSet<>();
        for (COSName name : names) {
            if (!same(one.getItem(name), other.getItem(name))) {
                differing.add(name);
            }
        }
        return differing;
    }

    /** Whether two objects read the same; references are the same when they name the same object. */
    static boolean same(@Nullable COSBase one, @Nullable COSBase other) throws IOException {
        if (one instanceof COSObject || other instanceof COSObject) {
            return key(one).isPresent() && key(one).equals(key(other));
        }
        COSBase a = value(one);
        COSBase b = value(other);
        if (a instanceof COSArray left && b instanceof COSArray right) {
            return same(left, right);
        }
        if (a instanceof COSStream left && b instanceof COSStream right) {
            return differing(left, right).isEmpty() && Arrays.equals(raw(left), raw(right));
        }
        if (a instanceof COSDictionary left && b instanceof COSDictionary right) {
            return !(a instanceof COSStream)
                    && !(b instanceof COSStream)
                    && differing(left, right).isEmpty();
        }
        return a.equals(b);
    }

    private static boolean same(COSArray one, COSArray other) throws IOException {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static byte[] raw(COSStream stream) throws IOException {
        try (InputStream in = stream.createRawInputStream()) {
            return in.readAllBytes();
        }
    }
}
