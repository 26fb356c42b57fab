// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import cat.segell.validation.Reason;
import cat.segell.validation.coverage.Coverage.Counters;
import cat.segell.xml.SignedReference;
import cat.segell.xml.XmlSignatures;
import cat.segell.xml.XmlSignatures.XmlSignature;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * XML: a signature inside a document covers all of it but signatures, by a name that nothing else in the document has; a
 * document that is a signature holds nothing that it doesn't sign. Otherwise signed content can be moved aside and other
 * content shown in its place (XML signature wrapping).
 */
public final class XmlCoverage {

    /** What DSS and XAdES sign beside the document. */
    private static final String OWN = "http://uri.etsi.org/01903#SignedProperties";

    private static final Set<String> WITHOUT_SIGNATURES = Set.of(
            "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
            XmlSignatures.XPATH,
            XmlSignatures.XPATH_FILTER,
            XmlSignatures.NO_SIGNATURES);

    private static final Set<String> DECODED = Set.of("http://www.w3.org/2000/09/xmldsig#base64");

    /** Of elements times signatures beyond a few: for each signature the engine goes through the document many times. */
    private static final long MOST_WORK = 600_000;

    /** As many as any document may have. */
    private static final int FEW = 4;

    private XmlCoverage() {}

    /**
     * @throws DocumentBomb where it holds signatures without measure
     * @throws IOException where it isn't well-formed XML without a document type
     */
    public static Coverage of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return of(XmlSignatures.of(in));
        }
    }

    private static Coverage of(XmlSignatures xml) throws DocumentBomb {
        if ((long) xml.elements() * (xml.signatures().size() - FEW) > MOST_WORK) {
            throw new DocumentBomb();
        }
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (!xml.propertiesSigned()) {
            reasons.add(Reason.COVERS_PART);
        }
        boolean detached = false;
        for (XmlSignature signature : xml.signatures()) {
            List<SignedReference> data = signature.references().stream()
                    .filter(reference -> !reference.type().equals(OWN))
                    .toList();
            if (signature.references().stream().anyMatch(reference -> ambiguous(reference, xml))) {
                reasons.add(Reason.AMBIGUOUS);
            }
            boolean whole = xml.rootIsSignature() ? coversItself(signature, data) : coversRoot(xml, data);
            if (!whole) {
                reasons.add(Reason.COVERS_PART);
            }
            detached |= xml.rootIsSignature() && data.stream().anyMatch(XmlCoverage::external);
        }
        Set<String> names = xml.signatures().stream()
                .map(XmlSignature::id)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        return new Coverage(xml.signatures().size(), names, counters(xml), detached, reasons);
    }

    static Counters counters(XmlSignatures xml) {
        return new Counters(
                xml.counters().count(), xml.counters().apart(), xml.counters().sound());
    }

    private static boolean ambiguous(SignedReference reference, XmlSignatures xml) {
        return reference.uri().startsWith("#")
                && xml.repeatedIds().contains(reference.uri().substring(1));
    }

    static boolean external(SignedReference reference) {
        return !reference.uri().isEmpty() && !reference.uri().startsWith("#");
    }

    private static boolean coversRoot(XmlSignatures xml, List<SignedReference> data) {
        return data.stream()
                .anyMatch(reference -> only(reference, WITHOUT_SIGNATURES)
                        && (reference.uri().isEmpty()
                                || (reference.uri().startsWith("#")
                                        && xml.rootIds()
                                                .contains(reference.uri().substring(1)))));
    }

    /** Each thing in it, or something elsewhere, is signed as it is. */
    private static boolean coversItself(XmlSignature signature, List<SignedReference> data) {
        boolean objects = signature.objects().stream()
                .allMatch(id -> data.stream()
                        .anyMatch(reference -> reference.uri().equals("#" + id) && only(reference, DECODED)));
        boolean anything = !signature.objects().isEmpty() || data.stream().anyMatch(XmlCoverage::external);
        return objects && anything;
    }

    /** Nothing that would leave content out. */
    private static boolean only(SignedReference reference, Set<String> allowed) {
        return reference.transforms().stream()
                .allMatch(each -> XmlSignatures.SAME_CONTENT.contains(each) || allowed.contains(each));
    }
}
