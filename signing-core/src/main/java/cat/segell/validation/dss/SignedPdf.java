// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.pdf.PdfSignatures;
import cat.segell.pdf.PdfStructure;
import cat.segell.text.Excerpt;
import cat.segell.validation.FileFacts;
import cat.segell.validation.LaterChange;
import cat.segell.validation.Permission;
import cat.segell.validation.SignedRevision;
import cat.segell.validation.SignedRevision.Seal;
import cat.segell.validation.dss.SignatureDictionary.Range;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** The facts of a PDF's signatures and revisions. */
final class SignedPdf implements AutoCloseable {

    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");

    private final RandomAccessRead file;
    private final PdfBytes bytes;
    private final PDDocument whole;
    private final boolean repaired;
    private final List<SignatureDictionary> signatures;

    private SignedPdf(RandomAccessRead file, PDDocument whole, boolean repaired) throws IOException {
        this.file = file;
        this.bytes = new PdfBytes(file);
        this.whole = whole;
        this.repaired = repaired
                || !PdfStructure.pointsToObjects(file, whole.getDocument().getXrefTable());
        this.signatures = signatures(whole);
    }

    /** @throws IOException when it can't be read even with repairs, or needs a password */
    static SignedPdf open(Path path) throws IOException {
        RandomAccessRead file = new RandomAccessReadBufferedFile(path);
        try {
            try {
                return new SignedPdf(file, PdfStructure.parse(file, false), false);
            } catch (InvalidPasswordException e) {
                throw e;
            } catch (IOException needsRepair) {
                return new SignedPdf(file, PdfStructure.parse(file, true), true);
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            file.close();
            throw e;
        }
    }

    private static List<SignatureDictionary> signatures(PDDocument pdf) throws IOException {
        Set<COSDictionary> values = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PDSignatureField field : pdf.getSignatureFields()) {
            if (field.getCOSObject().getDictionaryObject(COSName.V) instanceof COSDictionary value) {
                values.add(value);
            }
        }
        return values.stream().map(SignatureDictionary::of).toList();
    }

    /** Names of signature fields in which nobody has signed. */
    Excerpt waitingFields() {
        return PdfSignatures.waiting(whole);
    }

    /** Signatures and document time-stamps, in no order. */
    List<SignatureDictionary> signatures() {
        return signatures;
    }

    /** Signatures alone, in the order of their ends. */
    List<SignatureDictionary> signaturesInOrder() {
        return signatures.stream()
                .filter(signature -> !signature.documentTimestamp())
                .sorted(Comparator.comparingLong(
                        signature -> signature.range().map(Range::end).orElse(0L)))
                .toList();
    }

    FileFacts facts() throws IOException {
        long size = file.length();
        long length = bytes.lengthWithoutSpace();
        long covered = signatures.stream()
                .flatMap(signature -> signature.range().stream())
                .mapToLong(Range::end)
                .filter(end -> end <= size)
                .max()
                .orElse(0);
        boolean clean = covered >= length || bytes.endsWithUpdate(covered, length);
        return new FileFacts(length, covered, repaired, clean);
    }

    /** @throws IOException when the signed revision can't be read by itself: it then never was what it claims to be */
    SignedRevision revision(Range range) throws IOException {
        if (range.end() > file.length()) {
            return new SignedRevision(Seal.OPEN, Permission.UNSTATED, false, Set.of());
        }
        Seal seal = bytes.seal(range.gapStart(), range.gapEnd());
        if (range.end() == file.length()) {
            return revision(range, seal, whole, Set.of());
        }
        try (RandomAccessRead part = new RandomAccessReadBuffer(bytes.part(range.end()));
                PDDocument signed = PdfStructure.parse(part, false)) {
            Set<LaterChange> changes = RevisionComparison.changes(signed, whole);
            Set<COSObjectKey> used = signed.getDocument().getXrefTable().keySet();
            if (FreedObjects.in(bytes.tail(range.end()), range.end(), used)) {
                changes.add(LaterChange.OTHER);
            }
            return revision(range, seal, signed, changes);
        }
    }

    /** What the first signature or time-stamp covers, its own value included; empty where none covers anything. */
    byte[] firstSignedRevision() throws IOException {
        long size = file.length();
        long end = signatures.stream()
                .flatMap(signature -> signature.range().stream())
                .mapToLong(Range::end)
                .filter(each -> each <= size)
                .min()
                .orElse(0);
        return end == 0 ? new byte[0] : bytes.part(end);
    }

    private static SignedRevision revision(Range range, Seal seal, PDDocument revision, Set<LaterChange> later) {
        SignatureDictionary certified = certified(revision);
        return new SignedRevision(
                seal,
                certified.permission().orElse(Permission.UNSTATED),
                certified.range().equals(Optional.of(range)),
                later);
    }

    /** The certifying signature, as it stood in this revision (ISO 32000-2 §12.8.6); what merely looks like one certifies nothing. */
    private static SignatureDictionary certified(PDDocument revision) {
        COSDictionary catalog = revision.getDocumentCatalog().getCOSObject();
        COSDictionary certified =
                Cos.dictionary(Cos.dictionary(catalog.getItem(PERMS)).getItem(DOC_MDP));
        return SignatureDictionary.of(certified);
    }

    @Override
    public void close() throws IOException {
        try {
            whole.close();
        } finally {
            file.close();
        }
    }
}
