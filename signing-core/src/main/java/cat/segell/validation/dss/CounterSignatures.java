// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where signatures that sign other signatures stand among them: each behind the one that it signs. So they are counted. */
public final class CounterSignatures {

    private CounterSignatures() {}

    static List<SignatureWrapper> inOrder(Reports reports) {
        List<SignatureWrapper> all = reports.getDiagnosticData().getSignatures();
        List<SignatureWrapper> ordered = new ArrayList<>();
        all.stream()
                .filter(signature -> !signature.isCounterSignature())
                .forEach(signature -> append(signature, all, ordered));
        // Of one whose signature isn't told.
        all.stream().filter(signature -> !ordered.contains(signature)).forEach(ordered::add);
        return ordered;
    }

    private static void append(SignatureWrapper signature, List<SignatureWrapper> all, List<SignatureWrapper> ordered) {
        ordered.add(signature);
        all.stream()
                .filter(each -> each.isCounterSignature() && !ordered.contains(each))
                .filter(each -> signature.equals(each.getParent()))
                .forEach(each -> append(each, all, ordered));
    }

    /** From 1; absent for a signature of the document, and where the one that it signs isn't there. */
    static Optional<Integer> counterSigned(SignatureWrapper signature, List<SignatureWrapper> ordered) {
        return Optional.of(signature)
                .filter(SignatureWrapper::isCounterSignature)
                .map(counter -> ordered.indexOf(counter.getParent()) + 1)
                .filter(number -> number > 0);
    }

    /** The same order, of signatures that were read and not judged. */
    public static List<AdvancedSignature> inOrder(SignedDocumentValidator validator) {
        List<AdvancedSignature> ordered = new ArrayList<>();
        validator.getSignatures().stream()
                .filter(signature -> !signature.isCounterSignature())
                .forEach(signature -> append(signature, ordered));
        return ordered;
    }

    private static void append(AdvancedSignature signature, List<AdvancedSignature> ordered) {
        ordered.add(signature);
        signature.getCounterSignatures().forEach(each -> append(each, ordered));
    }
}
