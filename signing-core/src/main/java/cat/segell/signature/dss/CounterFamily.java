// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.signature.SignatureForm;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESValidator;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESValidator;
import eu.europa.esig.dss.cades.signature.CAdESCounterSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.cades.validation.CMSDocumentValidator;
import eu.europa.esig.dss.jades.JAdESSigningTimeType;
import eu.europa.esig.dss.jades.signature.JAdESCounterSignatureParameters;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.jades.validation.JWSSerializationDocumentValidator;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.SerializableCounterSignatureParameters;
import eu.europa.esig.dss.model.TimestampParameters;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.CounterSignatureService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.xades.signature.XAdESCounterSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import eu.europa.esig.dss.xades.validation.XMLDocumentValidator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How signatures of one family are signed by others.
 *
 * @param parameters of each document its own
 * @param reader finds the signatures that are there
 * @param <P> its parameters
 */
record CounterFamily<
        P extends AbstractSignatureParameters<? extends TimestampParameters> & SerializableCounterSignatureParameters>(
        Supplier<P> parameters,
        Function<CertificateVerifier, CounterSignatureService<P>> service,
        Function<DSSDocument, SignedDocumentValidator> reader) {

    /** @return absent for a format that has no counter-signatures */
    static Optional<CounterFamily<?>> of(SignatureForm form) {
        return switch (form.inside()) {
            case XADES -> Optional.of(form.isContainer() ? xadesInContainer() : xades());
            case CADES -> Optional.of(form.isContainer() ? cadesInContainer() : cades());
            case JADES -> Optional.of(jades());
            // ISO 32000 knows one signature for each field, and EN 319 142-1 forbids the attribute.
            case PADES -> Optional.empty();
            case ASIC_S, ASIC_E -> throw new IllegalArgumentException("a container in a container: " + form);
        };
    }

    private static CounterFamily<?> xades() {
        return new CounterFamily<>(XAdESCounterSignatureParameters::new, XAdESService::new, XMLDocumentValidator::new);
    }

    private static CounterFamily<?> xadesInContainer() {
        return new CounterFamily<>(
                XAdESCounterSignatureParameters::new, ASiCWithXAdESService::new, ASiCContainerWithXAdESValidator::new);
    }

    private static CounterFamily<?> cades() {
        return new CounterFamily<>(CAdESCounterSignatureParameters::new, CAdESService::new, CMSDocumentValidator::new);
    }

    private static CounterFamily<?> cadesInContainer() {
        return new CounterFamily<>(
                CAdESCounterSignatureParameters::new, ASiCWithCAdESService::new, ASiCContainerWithCAdESValidator::new);
    }

    private static CounterFamily<?> jades() {
        return new CounterFamily<>(
                CounterFamily::jadesParameters, JAdESService::new, JWSSerializationDocumentValidator::new);
    }

    private static JAdESCounterSignatureParameters jadesParameters() {
        JAdESCounterSignatureParameters parameters = new JAdESCounterSignatureParameters();
        // As in what is signed: nothing that would have to stand in "crit".
        parameters.setJadesSigningTimeType(JAdESSigningTimeType.IAT);
        return parameters;
    }
}
