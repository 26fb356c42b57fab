// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import static cat.segell.signature.Packaging.ATTACHED;
import static cat.segell.signature.Packaging.DETACHED;
import static cat.segell.signature.Packaging.ENVELOPED;
import static cat.segell.signature.Packaging.ENVELOPING;

import cat.segell.document.NameEnding;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.PackagingUnsupported;
import java.util.List;
import java.util.Optional;

/**
 * A format and how it holds the document.
 *
 * @param inside what signs within a container; in a format that is none it is that format
 */
public record SignatureForm(SignatureFormat format, Packaging packaging, SignatureFormat inside) {

    public static final SignatureForm PADES =
            new SignatureForm(SignatureFormat.PADES, ENVELOPED, SignatureFormat.PADES);

    /** For documents that are no PDF. */
    public static final SignatureForm ASIC_E =
            new SignatureForm(SignatureFormat.ASIC_E, DETACHED, SignatureFormat.XADES);

    public SignatureForm {
        if (!packagings(format).contains(packaging) || !insides(format).contains(inside)) {
            throw new IllegalArgumentException(format + " has no " + packaging + ", " + inside);
        }
    }

    /** With the usual packaging. */
    public static SignatureForm of(SignatureFormat format) {
        return new SignatureForm(
                format, packagings(format).getFirst(), insides(format).getFirst());
    }

    /**
     * @param packaging absent for the usual one
     * @param inside of a container, absent for XAdES
     * @throws ProblemException {@code PACKAGING-UNSUPPORTED} where this format has no such thing
     */
    public static SignatureForm of(
            SignatureFormat format, Optional<Packaging> packaging, Optional<SignatureFormat> inside)
            throws ProblemException {
        List<Packaging> packagings = packagings(format);
        if (packaging.isPresent() && !packagings.contains(packaging.get())) {
            throw new ProblemException(new PackagingUnsupported(
                    format.word(),
                    packaging.get().word(),
                    packagings.stream().map(Packaging::word).toList()));
        }
        return new SignatureForm(
                format,
                packaging.orElse(packagings.getFirst()),
                inside.filter(insides(format)::contains).orElse(insides(format).getFirst()));
    }

    /** The usual one first. */
    private static List<Packaging> packagings(SignatureFormat format) {
        return switch (format) {
            case PADES -> List.of(ENVELOPED);
            case XADES -> List.of(ENVELOPING, ENVELOPED, DETACHED);
            case CADES, JADES -> List.of(ATTACHED, DETACHED);
            case ASIC_S, ASIC_E -> List.of(DETACHED);
        };
    }

    private static List<SignatureFormat> insides(SignatureFormat format) {
        return container(format) ? List.of(SignatureFormat.XADES, SignatureFormat.CADES) : List.of(format);
    }

    private static boolean container(SignatureFormat format) {
        return format == SignatureFormat.ASIC_S || format == SignatureFormat.ASIC_E;
    }

    public boolean isContainer() {
        return container(format);
    }

    /** What the signed file is called after the document. */
    public NameEnding ending() {
        return switch (format) {
            case PADES -> NameEnding.kept(".pdf");
            case XADES -> packaging == ENVELOPED ? NameEnding.kept(".xml") : NameEnding.added(".xsig");
            case CADES -> NameEnding.added(packaging == DETACHED ? ".p7s" : ".p7m");
            case JADES -> NameEnding.added(".json");
            case ASIC_S -> NameEnding.added(".asics");
            case ASIC_E -> NameEnding.added(".asice");
        };
    }
}
