// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.Verdict;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.validation.executor.signature.ETSIValidationReportBuilder;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.validationreport.ValidationReportFacade;
import eu.europa.esig.validationreport.jaxb.AdditionalValidationReportDataType;
import eu.europa.esig.validationreport.jaxb.SignatureIdentifierType;
import eu.europa.esig.validationreport.jaxb.SignatureValidationReportType;
import eu.europa.esig.validationreport.jaxb.TypedDataType;
import eu.europa.esig.validationreport.jaxb.ValidationReportDataType;
import eu.europa.esig.validationreport.jaxb.ValidationReportType;
import eu.europa.esig.validationreport.jaxb.ValidationStatusType;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/**
 * The validation report of ETSI TS 119 102-2 as DSS makes it, with our verdict where ours is stricter: who reads that report
 * alone must not take for good what we don't. Where it says so, our reasons stand beside.
 */
final class EtsiReport {

    private static final Logger LOG = LoggerFactory.getLogger(EtsiReport.class);

    /** Of each word of {@link Reason} that stands beside an indication of ours. */
    private static final String REASON = "urn:segell:reason";

    private final Map<String, SignatureReport> seen = new LinkedHashMap<>();
    private final List<SignatureReport> unseen = new ArrayList<>();

    /** @param signature as the engine sees it; absent where it doesn't */
    void add(Optional<SignatureWrapper> signature, SignatureReport report) {
        signature.ifPresentOrElse(each -> seen.put(each.getId(), report), () -> unseen.add(report));
    }

    /** @return absent where something in it can't stand in XML */
    Optional<String> xml(Reports reports) {
        ValidationReportType report = new ETSIValidationReportBuilder(
                        reports.getSimpleReport().getValidationTime(),
                        reports.getDiagnosticData(),
                        reports.getDetailedReport())
                .build();
        List<SignatureValidationReportType> told = report.getSignatureValidationReport();
        told.removeIf(each -> each.getSignatureIdentifier() == null);
        told.forEach(each -> Optional.ofNullable(
                        seen.get(each.getSignatureIdentifier().getId()))
                .ifPresentOrElse(ours -> amend(each, ours), () -> withhold(each)));
        unseen.forEach(ours -> told.add(broken(ours)));
        try {
            return Optional.of(ValidationReportFacade.newFacade().marshall(report, true));
        } catch (JAXBException | IOException | SAXException e) {
            LOG.warn("no report", e);
            return Optional.empty();
        }
    }

    private static void amend(SignatureValidationReportType report, SignatureReport ours) {
        Indication indication = indication(ours);
        if (report.getSignatureValidationStatus().getMainIndication() != indication) {
            // Ours is never the better one.
            replace(report, indication, ours.reasons());
        }
    }

    /** One that the engine tells and we don't judge: it is not called good, least of all in a bad document. */
    private void withhold(SignatureValidationReportType report) {
        if (report.getSignatureValidationStatus().getMainIndication() == Indication.TOTAL_PASSED) {
            boolean bad = Stream.concat(seen.values().stream(), unseen.stream())
                    .anyMatch(ours -> ours.verdict() == Verdict.INVALID);
            replace(report, bad ? Indication.TOTAL_FAILED : Indication.INDETERMINATE, List.of());
        }
    }

    private static void replace(SignatureValidationReportType report, Indication indication, List<Reason> reasons) {
        report.setSignatureValidationStatus(status(indication, reasons));
        report.setSignatureQuality(null);
    }

    private static Indication indication(SignatureReport ours) {
        return switch (ours.verdict()) {
            // What was made to practise has no legal value, and this report is read by programs.
            case VALID -> ours.reasons().contains(Reason.PRACTICE) ? Indication.INDETERMINATE : Indication.TOTAL_PASSED;
            case INVALID -> Indication.TOTAL_FAILED;
            case INDETERMINATE, UNSIGNED -> Indication.INDETERMINATE;
        };
    }

    private static ValidationStatusType status(Indication indication, List<Reason> ours) {
        ValidationStatusType status = new ValidationStatusType();
        status.setMainIndication(indication);
        status.getSubIndication()
                .add(
                        indication == Indication.TOTAL_FAILED
                                ? SubIndication.FORMAT_FAILURE
                                : SubIndication.SIG_CONSTRAINTS_FAILURE);
        AdditionalValidationReportDataType reasons = new AdditionalValidationReportDataType();
        for (Reason reason : ours) {
            TypedDataType word = new TypedDataType();
            word.setType(REASON);
            word.setValue(reason.name());
            reasons.getReportData().add(word);
        }
        if (!reasons.getReportData().isEmpty()) {
            ValidationReportDataType data = new ValidationReportDataType();
            data.setAdditionalValidationReportData(reasons);
            status.getAssociatedValidationReportData().add(data);
        }
        return status;
    }

    /** One that the engine leaves out. */
    private static SignatureValidationReportType broken(SignatureReport ours) {
        SignatureValidationReportType report = new SignatureValidationReportType();
        report.setSignatureIdentifier(new SignatureIdentifierType());
        report.setSignatureValidationStatus(status(Indication.TOTAL_FAILED, ours.reasons()));
        return report;
    }
}
