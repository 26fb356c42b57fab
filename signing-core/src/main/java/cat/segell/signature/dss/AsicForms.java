// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.validation.dss.WorkZips;
import eu.europa.esig.dss.asic.common.ASiCParameters;
import eu.europa.esig.dss.asic.common.ASiCUtils;
import eu.europa.esig.dss.asic.common.ZipUtils;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.model.DSSDocument;
import java.util.List;
import java.util.Optional;

/** Which kind of container (ETSI EN 319 162-1) is made, or lies there already. */
final class AsicForms {

    private AsicForms() {}

    static Subject subject(DocumentFile document, SignatureForm form) throws ProblemException {
        return new Subject(
                Subject.file(document), List.of(), form, existing(document).isPresent());
    }

    /**
     * Empty for what is no signed container.
     *
     * @throws ProblemException a {@code DocumentProblem} of a container that can't be unpacked safely
     */
    static Optional<SignatureForm> existing(DocumentFile document) throws ProblemException {
        try {
            return WorkZips.in(document.work().folder(), () -> existing(Subject.file(document)));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw ForeignFailure.of(document, e);
        }
    }

    private static Optional<SignatureForm> existing(DSSDocument file) {
        if (!ASiCUtils.isZip(file)) {
            return Optional.empty();
        }
        List<String> names = ZipUtils.getInstance().extractEntryNames(file);
        if (!ASiCUtils.isASiCWithXAdES(names) && !ASiCUtils.isASiCWithCAdES(names)) {
            return Optional.empty();
        }
        SignatureFormat container = ASiCUtils.getContainerType(file) == ASiCContainerType.ASiC_S
                ? SignatureFormat.ASIC_S
                : SignatureFormat.ASIC_E;
        SignatureFormat inside = ASiCUtils.isASiCWithXAdES(names) ? SignatureFormat.XADES : SignatureFormat.CADES;
        return Optional.of(new SignatureForm(container, Packaging.DETACHED, inside));
    }

    static void set(ASiCParameters parameters, SignatureForm form) {
        parameters.setContainerType(
                form.format() == SignatureFormat.ASIC_S ? ASiCContainerType.ASiC_S : ASiCContainerType.ASiC_E);
    }
}
