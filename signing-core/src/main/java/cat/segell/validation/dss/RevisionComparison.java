// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.validation.LaterChange;
import cat.segell.validation.dss.ObjectRoles.Role;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Compares a signed revision with the whole file, object by object. Each object that was there and reads differently now
 * must have a known role and a harmless difference; a new object matters only through an old one that leads to it.
 */
final class RevisionComparison {

    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
    private static final COSName PIECE_INFO = COSName.getPDFName("PieceInfo");
    private static final COSName OUTPUT_INTENTS = COSName.getPDFName("OutputIntents");
    private static final COSName LAST_MODIFIED = COSName.getPDFName("LastModified");

    private final COSDocument signed;
    private final COSDocument whole;
    private final PDDocument signedPdf;
    private final NewFields newFields;
    private final Set<LaterChange> changes = EnumSet.noneOf(LaterChange.class);

    private RevisionComparison(PDDocument signedPdf, PDDocument wholePdf) {
        this.signedPdf = signedPdf;
        this.signed = signedPdf.getDocument();
        this.whole = wholePdf.getDocument();
        this.newFields = new NewFields(signedPdf, wholePdf);
    }

    /** Every kind of change from the one to the other. */
    static Set<LaterChange> changes(PDDocument signed, PDDocument whole) throws IOException {
        RevisionComparison comparison = new RevisionComparison(signed, whole);
        comparison.trailer();
        comparison.objects();
        return comparison.changes;
    }

    private void trailer() {
        COSDictionary before = signed.getTrailer();
        COSDictionary after = whole.getTrailer();
        if (!Cos.key(before.getItem(COSName.ROOT)).equals(Cos.key(after.getItem(COSName.ROOT)))
                || !Cos.key(before.getItem(COSName.ENCRYPT)).equals(Cos.key(after.getItem(COSName.ENCRYPT)))) {
            changes.add(LaterChange.OTHER);
        }
        if (!Cos.key(before.getItem(COSName.INFO)).equals(Cos.key(after.getItem(COSName.INFO)))) {
            changes.add(LaterChange.METADATA);
        }
    }

    private void objects() throws IOException {
        Map<COSObjectKey, Long> before = signed.getXrefTable();
        Map<COSObjectKey, Long> after = whole.getXrefTable();
        ObjectRoles roles = new ObjectRoles(signedPdf);
        for (COSObjectKey key : before.keySet()) {
            if (!after.containsKey(key)) {
                changes.add(LaterChange.OTHER);
            } else if (moved(key, before, after)) {
                COSBase old = Cos.value(signed.getObjectFromPool(key));
                COSBase now = Cos.value(whole.getObjectFromPool(key));
                // PDFBox shows nothing where it can't read an object: that proves no likeness.
                if (now == COSNull.NULL || !Cos.same(old, now)) {
                    classify(roles.of(key), old, now);
                }
            }
        }
    }

    /** An object in an object stream moves with it. */
    private static boolean moved(COSObjectKey key, Map<COSObjectKey, Long> before, Map<COSObjectKey, Long> after) {
        long place = before.getOrDefault(key, 0L);
        if (place >= 0 || place != after.getOrDefault(key, 0L)) {
            return place != after.getOrDefault(key, 0L);
        }
        COSObjectKey stream = new COSObjectKey(-place, 0);
        return !Objects.equals(before.get(stream), after.get(stream));
    }

    private void classify(Optional<Role> role, COSBase old, COSBase now) throws IOException {
        if (role.isEmpty()) {
            changes.add(LaterChange.OTHER);
            return;
        }
        switch (role.get()) {
            case CONTENT -> changes.add(LaterChange.OTHER);
            case EVIDENCE -> changes.add(LaterChange.EVIDENCE);
            case METADATA -> changes.add(LaterChange.METADATA);
            case ANNOTATION, ANNOTATION_APPEARANCE -> changes.add(LaterChange.ANNOTATION);
            case FIELD_APPEARANCE -> changes.add(LaterChange.FORM_FILL);
            case CATALOG -> catalog(Cos.dictionary(old), Cos.dictionary(now));
            case PAGE -> page(Cos.dictionary(old), Cos.dictionary(now));
            case ANNOTATIONS -> changes.addAll(newFields.annotations(Cos.array(old), Cos.array(now)));
            case FORM -> form(Cos.dictionary(old), Cos.dictionary(now));
            case FIELDS -> changes.addAll(newFields.fields(Cos.array(old), Cos.array(now)));
            case FIELD -> changes.addAll(newFields.filled(Cos.dictionary(old), Cos.dictionary(now)));
        }
    }

    private void catalog(COSDictionary old, COSDictionary now) throws IOException {
        for (COSName name : Cos.differing(old, now)) {
            if (name.equals(COSName.ACRO_FORM)) {
                form(Cos.dictionary(old.getItem(name)), Cos.dictionary(now.getItem(name)));
            } else if (name.equals(DSS) || name.equals(EXTENSIONS) || name.equals(COSName.VERSION)) {
                changes.add(LaterChange.EVIDENCE);
            } else if (name.equals(COSName.METADATA)
                    || name.equals(COSName.STRUCT_TREE_ROOT)
                    || name.equals(PIECE_INFO)) {
                changes.add(LaterChange.METADATA);
            } else if (name.equals(OUTPUT_INTENTS) && !old.containsKey(name)) {
                changes.add(AddedColours.areSrgb(now.getItem(name)) ? LaterChange.METADATA : LaterChange.OTHER);
            } else {
                changes.add(LaterChange.OTHER);
            }
        }
    }

    private void page(COSDictionary old, COSDictionary now) throws IOException {
        for (COSName name : Cos.differing(old, now)) {
            if (name.equals(COSName.ANNOTS)) {
                COSArray before = Cos.array(old.getItem(name));
                changes.addAll(newFields.annotations(before, Cos.array(now.getItem(name))));
            } else {
                boolean unseen = name.equals(LAST_MODIFIED) || name.equals(PIECE_INFO);
                changes.add(unseen ? LaterChange.METADATA : LaterChange.OTHER);
            }
        }
    }

    private void form(COSDictionary old, COSDictionary now) throws IOException {
        for (COSName name : Cos.differing(old, now)) {
            // Defaults for fields that had none can't change how an old field looks.
            boolean added = !old.containsKey(name) && (name.equals(COSName.DR) || name.equals(COSName.DA));
            if (name.equals(COSName.FIELDS)) {
                changes.addAll(newFields.fields(Cos.array(old.getItem(name)), Cos.array(now.getItem(name))));
            } else if (name.equals(COSName.NEED_APPEARANCES)) {
                changes.add(LaterChange.FORM_FILL);
            } else if (!added && !name.equals(COSName.SIG_FLAGS) && !name.equals(COSName.TYPE)) {
                changes.add(LaterChange.OTHER);
            }
        }
    }
}
