// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** What each object of a signed revision is there for. An object that a page shows is content, whatever else it may be. */
final class ObjectRoles {

    enum Role {
        CATALOG,
        CONTENT,
        PAGE,
        ANNOTATIONS,
        ANNOTATION,
        ANNOTATION_APPEARANCE,
        FORM,
        FIELDS,
        FIELD,
        FIELD_APPEARANCE,
        EVIDENCE,
        METADATA
    }

    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");

    /** Ways out of a page's content, back up or to what lies upon it. */
    private static final Set<COSName> NOT_CONTENT = Set.of(COSName.ANNOTS, COSName.PARENT);

    private final Map<COSObjectKey, Role> roles = new HashMap<>();

    ObjectRoles(PDDocument signed) {
        COSDictionary trailer = signed.getDocument().getTrailer();
        COSDictionary catalog = signed.getDocumentCatalog().getCOSObject();
        put(trailer.getItem(COSName.ROOT), Role.CATALOG);
        reach(catalog.getItem(COSName.PAGES), Role.CONTENT);
        for (PDPage page : signed.getPages()) {
            page(page.getCOSObject());
        }
        form(catalog.getItem(COSName.ACRO_FORM));
        reach(catalog.getItem(DSS), Role.EVIDENCE);
        put(catalog.getItem(EXTENSIONS), Role.EVIDENCE);
        put(catalog.getItem(COSName.METADATA), Role.METADATA);
        put(trailer.getItem(COSName.INFO), Role.METADATA);
        reach(catalog.getItem(COSName.STRUCT_TREE_ROOT), Role.METADATA);
    }

    Optional<Role> of(COSObjectKey key) {
        return Optional.ofNullable(roles.get(key));
    }

    private boolean put(@Nullable COSBase item, Role role) {
        return Cos.key(item).map(key -> roles.putIfAbsent(key, role) == null).orElse(false);
    }

    /** Everything that can be reached from here. */
    private void reach(@Nullable COSBase start, Role role) {
        Deque<COSBase> open = new ArrayDeque<>();
        push(open, start);
        while (!open.isEmpty()) {
            COSBase item = open.pop();
            if (item instanceof COSObject && !put(item, role)) {
                continue;
            }
            switch (Cos.value(item)) {
                case COSDictionary dictionary ->
                    dictionary.entrySet().stream()
                            .filter(entry -> !NOT_CONTENT.contains(entry.getKey()))
                            .forEach(entry -> push(open, entry.getValue()));
                case COSArray array -> array.forEach(each -> push(open, each));
                default -> {}
            }
        }
    }

    private static void push(Deque<COSBase> open, @Nullable COSBase item) {
        if (item != null) {
            open.push(item);
        }
    }

    private void page(COSDictionary page) {
        COSObjectKey key = page.getKey();
        if (key != null) {
            roles.put(key, Role.PAGE);
        }
        put(page.getItem(COSName.ANNOTS), Role.ANNOTATIONS);
        for (COSBase item : Cos.array(page.getItem(COSName.ANNOTS))) {
            COSDictionary annotation = Cos.dictionary(item);
            boolean widget = COSName.WIDGET.equals(annotation.getCOSName(COSName.SUBTYPE));
            put(item, widget ? Role.FIELD : Role.ANNOTATION);
            appearance(annotation.getItem(COSName.AP), widget ? Role.FIELD_APPEARANCE : Role.ANNOTATION_APPEARANCE);
        }
    }

    /** The dictionary and its streams, but not what they use: fonts and images may be the page's too. */
    private void appearance(@Nullable COSBase item, Role role) {
        put(item, role);
        for (COSBase state : Cos.dictionary(item).getValues()) {
            put(state, role);
            if (Cos.value(state) instanceof COSDictionary states && !(states instanceof COSStream)) {
                states.getValues().forEach(each -> put(each, role));
            }
        }
    }

    private void form(@Nullable COSBase item) {
        put(item, Role.FORM);
        COSBase fields = Cos.dictionary(item).getItem(COSName.FIELDS);
        put(fields, Role.FIELDS);
        Deque<COSBase> open = new ArrayDeque<>();
        Cos.array(fields).forEach(field -> push(open, field));
        while (!open.isEmpty()) {
            COSBase field = open.pop();
            boolean seen = roles.containsKey(Cos.key(field).orElse(new COSObjectKey(0, 0)));
            put(field, Role.FIELD);
            COSDictionary dictionary = Cos.dictionary(field);
            appearance(dictionary.getItem(COSName.AP), Role.FIELD_APPEARANCE);
            if (!seen) {
                Cos.array(dictionary.getItem(COSName.KIDS)).forEach(kid -> push(open, kid));
            }
        }
    }
}
