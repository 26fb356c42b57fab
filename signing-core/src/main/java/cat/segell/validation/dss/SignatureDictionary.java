// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.validation.Permission;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/**
 * The value of a signature field (ISO 32000-2 §12.8.1).
 *
 * @param documentTimestamp whether it is a time-stamp and nobody's signature
 * @param range start and length of the two covered parts, or empty where it has none that can be understood
 */
record SignatureDictionary(boolean documentTimestamp, Optional<Range> range, Optional<Permission> permission) {

    private static final COSName DOC_TIME_STAMP = COSName.getPDFName("DocTimeStamp");
    private static final COSName RFC_3161 = COSName.getPDFName("ETSI.RFC3161");
    private static final COSName REFERENCE = COSName.getPDFName("Reference");
    private static final COSName TRANSFORM_METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName TRANSFORM_PARAMS = COSName.getPDFName("TransformParams");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");

    /** What of the file is covered: {@code [0, gapStart)} and {@code [gapEnd, end)}. */
    record Range(long gapStart, long gapEnd, long end) {}

    static SignatureDictionary of(COSDictionary value) {
        return new SignatureDictionary(isDocumentTimestamp(value), range(value), permission(value));
    }

    static boolean isDocumentTimestamp(COSDictionary value) {
        return RFC_3161.equals(value.getCOSName(COSName.SUB_FILTER))
                || DOC_TIME_STAMP.equals(value.getCOSName(COSName.TYPE));
    }

    private static Optional<Range> range(COSDictionary value) {
        COSArray numbers = Cos.array(value.getItem(COSName.BYTERANGE));
        if (numbers.size() != 4) {
            return Optional.empty();
        }
        long[] range = new long[4];
        for (int i = 0; i < 4; i++) {
            range[i] = Cos.value(numbers.get(i)) instanceof COSNumber number ? number.longValue() : -1;
        }
        boolean plausible = range[0] == 0 && range[1] > 0 && range[2] > range[1] && range[3] > 0;
        return plausible ? Optional.of(new Range(range[1], range[2], range[2] + range[3])) : Optional.empty();
    }

    private static Optional<Permission> permission(COSDictionary value) {
        for (COSBase item : Cos.array(value.getItem(REFERENCE))) {
            COSDictionary reference = Cos.dictionary(item);
            if (DOC_MDP.equals(reference.getCOSName(TRANSFORM_METHOD))) {
                COSDictionary parameters = Cos.dictionary(reference.getItem(TRANSFORM_PARAMS));
                return Optional.of(Permission.of(parameters.getInt(COSName.P, 2)));
            }
        }
        return Optional.empty();
    }
}
