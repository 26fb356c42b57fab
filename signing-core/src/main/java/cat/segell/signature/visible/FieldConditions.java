// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import cat.segell.credential.Credential;
import cat.segell.signature.FieldAdmission;
import cat.segell.signature.SignatureProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * What the author of a signature field demands of whoever signs in it: its seed values (ISO 32000-1 §12.7.4.5, tables 234 and
 * 235). Those that are only recommended bind nobody.
 */
final class FieldConditions {

    private static final int FILTER = 1;
    private static final int SUB_FILTER = 1 << 1;
    private static final int REASONS = 1 << 3;
    private static final int DIGEST = 1 << 6;

    private static final Map<String, Integer> UNKNOWN = new TreeMap<>(Map.of(
            "V",
            1 << 2,
            "LegalAttestation",
            1 << 4,
            "AddRevInfo",
            1 << 5,
            "LockDocument",
            1 << 7,
            "AppearanceFilter",
            1 << 8));

    private FieldConditions() {}

    /** @return the names of the demands that a signature of this person and profile wouldn't meet */
    static List<String> unmet(PDSignatureField field, Credential signer, SignatureProfile profile) {
        COSDictionary seed = seed(field);
        List<String> unmet = unmet(seed, profile);
        unmet.addAll(SignerConditions.unmet(part(seed, "Cert"), signer));
        return unmet;
    }

    static FieldAdmission admission(PDSignatureField field) {
        return SignerConditions.admission(part(seed(field), "Cert"));
    }

    private static COSDictionary seed(PDSignatureField field) {
        return part(field.getCOSObject(), "SV");
    }

    private static COSDictionary part(COSDictionary whole, String name) {
        COSDictionary part = whole.getCOSDictionary(COSName.getPDFName(name));
        return part == null ? new COSDictionary() : part;
    }

    private static List<String> unmet(COSDictionary seed, SignatureProfile profile) {
        int demanded = seed.getInt(COSName.FF, 0);
        List<String> unmet = new ArrayList<>();
        if ((demanded & FILTER) != 0 && !"Adobe.PPKLite".equals(seed.getNameAsString(COSName.FILTER))) {
            unmet.add("Filter");
        }
        if ((demanded & SUB_FILTER) != 0 && !words(seed, "SubFilter").contains("ETSI.CAdES.detached")) {
            unmet.add("SubFilter");
        }
        if ((demanded & REASONS) != 0 && !reasonFits(words(seed, "Reasons"), profile)) {
            unmet.add("Reasons");
        }
        if ((demanded & DIGEST) != 0
                && !words(seed, "DigestMethod").contains(profile.digest().name())) {
            unmet.add("DigestMethod");
        }
        COSDictionary certification = part(seed, "MDP");
        if (certification.containsKey(COSName.P) && certification.getInt(COSName.P, 0) != certification(profile)) {
            unmet.add("MDP");
        }
        unmet.addAll(unknown(seed, demanded));
        return unmet;
    }

    /** As the value of P (ISO 32000-1 table 254); 0 for a signature that certifies nothing. */
    private static int certification(SignatureProfile profile) {
        return profile.claims()
                .certification()
                .map(certification -> switch (certification) {
                    case NOTHING -> 1;
                    case FORMS -> 2;
                    case NOTES -> 3;
                })
                .orElse(0);
    }

    /** A single full stop, or no list, stands for: no reason is given. */
    private static boolean reasonFits(List<String> reasons, SignatureProfile profile) {
        boolean none = reasons.isEmpty() || reasons.equals(List.of("."));
        return profile.claims()
                .reason()
                .map(reason -> !none && reasons.contains(reason))
                .orElse(none);
    }

    /** What Segell can't promise to meet. */
    private static List<String> unknown(COSDictionary seed, int demanded) {
        List<String> unknown = new ArrayList<>();
        UNKNOWN.forEach((name, bit) -> {
            if ((demanded & bit) != 0) {
                unknown.add(name);
            }
        });
        // The address of an authority: a document doesn't decide whom Segell asks.
        if (part(seed, "TimeStamp").getInt(COSName.FF, 0) != 0) {
            unknown.add("TimeStamp");
        }
        return unknown;
    }

    private static List<String> words(COSDictionary seed, String key) {
        COSArray array = seed.getCOSArray(COSName.getPDFName(key));
        if (array == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            COSBase entry = array.getObject(i);
            if (entry instanceof COSString text) {
                words.add(text.getString());
            } else if (entry instanceof COSName name) {
                words.add(name.getName());
            }
        }
        // "SHA-256" is seen as well as "SHA256".
        return key.equals("DigestMethod")
                ? words.stream()
                        .map(word -> word.toUpperCase(Locale.ROOT).replace("-", ""))
                        .toList()
                : words;
    }
}
