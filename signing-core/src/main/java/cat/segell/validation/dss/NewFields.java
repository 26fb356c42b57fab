// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.validation.LaterChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/** Says what fields and annotations that came later are. */
final class NewFields {

    /** What filling in changes on a field. */
    private static final Set<COSName> FILLED =
            Set.of(COSName.V, COSName.AP, COSName.AS, COSName.M, COSName.I, COSName.getPDFName("RV"), COSName.MK);

    /** What signing changes on an empty signature field. */
    private static final Set<COSName> SIGNED =
            Set.of(COSName.V, COSName.AP, COSName.AS, COSName.M, COSName.F, COSName.P);

    private static final int DEEPEST_FIELD = 32;

    private final Set<COSObjectKey> known;
    private final Set<COSDictionary> signatureFields = Collections.newSetFromMap(new IdentityHashMap<>());

    NewFields(PDDocument signed, PDDocument whole) {
        known = signed.getDocument().getXrefTable().keySet();
        for (PDSignatureField field : whole.getSignatureFields()) {
            signatureFields.add(field.getCOSObject());
            for (PDAnnotationWidget widget : field.getWidgets()) {
                signatureFields.add(widget.getCOSObject());
            }
        }
    }

    /** Of a form's list of fields: only signatures may be added, nothing may go. */
    Set<LaterChange> fields(COSArray old, COSArray now) throws IOException {
        Set<LaterChange> changes = EnumSet.noneOf(LaterChange.class);
        List<COSBase> added = added(old, now, changes, LaterChange.OTHER);
        for (COSBase item : added) {
            changes.add(signature(Cos.dictionary(item)));
        }
        return changes;
    }

    /** Of a page's list of annotations. */
    Set<LaterChange> annotations(COSArray old, COSArray now) throws IOException {
        Set<LaterChange> changes = EnumSet.noneOf(LaterChange.class);
        boolean widgetGone = false;
        for (COSBase item : old) {
            boolean widget = COSName.WIDGET.equals(Cos.dictionary(item).getCOSName(COSName.SUBTYPE));
            widgetGone |= widget && !contains(now, item);
        }
        List<COSBase> added = added(old, now, changes, widgetGone ? LaterChange.OTHER : LaterChange.ANNOTATION);
        for (COSBase item : added) {
            COSDictionary annotation = Cos.dictionary(item);
            boolean widget = COSName.WIDGET.equals(annotation.getCOSName(COSName.SUBTYPE));
            changes.add(widget ? signature(annotation) : LaterChange.ANNOTATION);
        }
        return changes;
    }

    /** Of one field or its widget. */
    Set<LaterChange> filled(COSDictionary old, COSDictionary now) throws IOException {
        Set<COSName> differing = Cos.differing(old, now);
        boolean signature = COSName.SIG.equals(Cos.value(inherited(old, COSName.FT)));
        if (!signature) {
            return Set.of(FILLED.containsAll(differing) ? LaterChange.FORM_FILL : LaterChange.OTHER);
        }
        boolean empty = inherited(old, COSName.V) == null;
        return Set.of(empty && SIGNED.containsAll(differing) ? signature(now) : LaterChange.OTHER);
    }

    /** What was added to a list; if anything has left it or changed its place, that counts as {@code loss}. */
    private static List<COSBase> added(COSArray old, COSArray now, Set<LaterChange> changes, LaterChange loss)
            throws IOException {
        List<COSBase> added = new ArrayList<>();
        int next = 0;
        for (COSBase item : now) {
            if (next < old.size() && Cos.same(old.get(next), item)) {
                next++;
            } else {
                added.add(item);
            }
        }
        if (next < old.size()) {
            changes.add(loss);
        }
        return added;
    }

    private static boolean contains(COSArray list, COSBase item) throws IOException {
        for (COSBase each : list) {
            if (Cos.same(each, item)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A field counts as a signature only where it is one of the form's signature fields and its value is a new object: an
     * old signature shown at another place is none.
     */
    private LaterChange signature(COSDictionary field) {
        COSBase item = inherited(field, COSName.V);
        boolean fresh = Cos.key(item).map(key -> !known.contains(key)).orElse(false);
        if (!fresh || !signatureFields.contains(field)) {
            return LaterChange.OTHER;
        }
        if (!SignatureDictionary.isDocumentTimestamp(Cos.dictionary(item))) {
            return LaterChange.SIGNATURE;
        }
        return showsNothing(field) ? LaterChange.EVIDENCE : LaterChange.OTHER;
    }

    private static boolean showsNothing(COSDictionary widget) {
        COSArray box = Cos.array(widget.getItem(COSName.RECT));
        if (box.size() != 4) {
            return box.size() == 0;
        }
        return same(box, 0, 2) || same(box, 1, 3);
    }

    private static boolean same(COSArray box, int one, int other) {
        return Cos.value(box.get(one)) instanceof COSNumber a
                && Cos.value(box.get(other)) instanceof COSNumber b
                && a.floatValue() == b.floatValue();
    }

    private static @Nullable COSBase inherited(COSDictionary field, COSName name) {
        COSDictionary level = field;
        for (int depth = 0; depth < DEEPEST_FIELD; depth++) {
            COSBase item = level.getItem(name);
            if (item != null || !level.containsKey(COSName.PARENT)) {
                return item;
            }
            level = Cos.dictionary(level.getItem(COSName.PARENT));
        }
        return null;
    }
}
