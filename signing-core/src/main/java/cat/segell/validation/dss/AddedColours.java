// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DigestAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * What a later update says of a document's colours. EU DSS, in many a signing program, adds Java's sRGB to a PDF that names no
 * colours when it draws a signature. Any other profile could make words invisible in a reader that follows it.
 */
final class AddedColours {

    /** In bytes. */
    private static final int SIZE = 6876;

    /** The profile's "primary platform": all that differs between Java's. */
    private static final int PLATFORM = 40;

    private static final int PLATFORM_END = 44;

    /** SHA-256 of Java's sRGB with zeros for its platform. */
    private static final String SRGB = "6d91df9c7a13fef7ec9ed42644e804d7fdc6d8d6585fa690f67c83273ee00e15";

    /** Of its colours: red, green, blue. */
    private static final int COMPONENTS = 3;

    private static final COSName PDF_A = COSName.getPDFName("GTS_PDFA1");

    private static final COSName DEST_OUTPUT_PROFILE = COSName.getPDFName("DestOutputProfile");

    private static final Set<COSName> KNOWN = Set.of(
            COSName.TYPE,
            COSName.S,
            DEST_OUTPUT_PROFILE,
            COSName.getPDFName("OutputCondition"),
            COSName.getPDFName("OutputConditionIdentifier"),
            COSName.getPDFName("RegistryName"),
            COSName.INFO);

    /** Nothing that leads to another profile. */
    private static final Set<COSName> KNOWN_OF_PROFILE = Set.of(COSName.LENGTH, COSName.FILTER, COSName.N);

    /** In bytes, as it lies in the file: more is another profile. */
    private static final int LARGEST = 8192;

    private AddedColours() {}

    /** @param intents {@code OutputIntents} of a document that had none */
    static boolean areSrgb(COSBase intents) {
        COSArray all = Cos.array(intents);
        COSDictionary intent = Cos.dictionary(all.size() == 1 ? all.get(0) : null);
        return KNOWN.containsAll(intent.keySet())
                && PDF_A.equals(intent.getCOSName(COSName.S))
                && Cos.value(intent.getItem(DEST_OUTPUT_PROFILE)) instanceof COSStream profile
                && isSrgb(profile);
    }

    private static boolean isSrgb(COSStream profile) {
        boolean plain = KNOWN_OF_PROFILE.containsAll(profile.keySet())
                && COSName.FLATE_DECODE.equals(profile.getDictionaryObject(COSName.FILTER))
                && profile.getInt(COSName.N) == COMPONENTS
                && profile.getLength() <= LARGEST;
        if (!plain) {
            return false;
        }
        byte[] content;
        try (InputStream in = profile.createInputStream()) {
            content = in.readNBytes(SIZE + 1);
        } catch (IOException unreadable) {
            return false;
        }
        if (content.length != SIZE) {
            return false;
        }
        Arrays.fill(content, PLATFORM, PLATFORM_END, (byte) 0);
        return DigestAlgorithm.SHA256.of(content).hex().equals(SRGB);
    }
}
