// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.CertificateConstraints;
import eu.europa.esig.dss.policy.jaxb.CertificateValuesConstraint;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.policy.jaxb.MultiValuesConstraint;
import eu.europa.esig.dss.policy.jaxb.SignedAttributesConstraints;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;

/**
 * The validation policy that DSS brings, with every check of later changes to a PDF raised to a failure: as it comes it calls
 * manipulated files valid.
 */
final class HardenedPolicy {

    /** RFC 9608: nobody publishes revocation for this certificate. */
    static final String NO_REV_AVAIL = "2.5.29.56";

    /** ETSI EN 319 412-1 §5.2: a short-term certificate, for which there is none either. */
    private static final String SHORT_TERM = "0.4.0.194121.2.1";

    private static final String DEFAULT = "/policy/constraint.xml";

    /** Nothing may look different later. */
    static final ValidationPolicy STRICT = load(Level.FAIL, Level.FAIL);

    /**
     * For XML and JSON, where a signature need not say anything of itself (plain XMLDSig and JWS). A CMS that doesn't could have
     * had its signed attributes taken for its content.
     */
    static final ValidationPolicy BARE = load(Level.FAIL, Level.WARN);

    /**
     * For files where our own comparison found field values or annotations that the author permits: these are meant to look
     * different. All else stays as strict.
     */
    static final ValidationPolicy FILLED_IN = load(Level.WARN, Level.FAIL);

    private HardenedPolicy() {}

    private static ValidationPolicy load(Level visualDifference, Level bare) {
        // The facade reads with DSS's own hardened XML reader: no DTD, no external entity, checked against its schema.
        try (InputStream in = Objects.requireNonNull(ValidationPolicyFacade.class.getResourceAsStream(DEFAULT))) {
            ConstraintsParameters policy = ValidationPolicyFacade.newFacade().unmarshall(in);
            harden(policy.getSignatureConstraints().getBasicSignatureConstraints(), visualDifference);
            harden(policy.getCounterSignatureConstraints().getBasicSignatureConstraints(), visualDifference);
            say(policy.getSignatureConstraints().getSignedAttributes(), bare);
            say(policy.getCounterSignatureConstraints().getSignedAttributes(), bare);
            harden(policy.getTimestamp().getBasicSignatureConstraints(), visualDifference);
            exemptResponder(
                    policy.getRevocation().getBasicSignatureConstraints().getSigningCertificate());
            return new RememberingPolicy(policy);
        } catch (IOException | JAXBException | XMLStreamException | SAXException e) {
            throw new LinkageError("DSS brings " + DEFAULT, e);
        }
    }

    private static void harden(BasicSignatureConstraints constraints, Level visualDifference) {
        constraints.setByteRangeCollision(level(Level.FAIL));
        constraints.setPdfSignatureDictionary(level(Level.FAIL));
        constraints.setPdfPageDifference(level(Level.FAIL));
        constraints.setPdfAnnotationOverlap(level(Level.FAIL));
        constraints.setPdfVisualDifference(level(visualDifference));
        constraints.setDocMDP(level(Level.FAIL));
        constraints.setFieldMDP(level(Level.FAIL));
        constraints.setSigFieldLock(level(Level.FAIL));
        constraints.setUndefinedChanges(level(Level.FAIL));
        exempt(constraints.getSigningCertificate());
        exempt(constraints.getCACertificate());
    }

    /** The signer's word on a date proves nothing: where none is given, what the signature is worth now is told without one. */
    private static void say(SignedAttributesConstraints constraints, Level bare) {
        constraints.setSigningTime(level(Level.WARN));
        constraints.setMessageDigestOrSignedPropertiesPresent(level(bare));
    }

    /** From revocation, where the certificate says that there is none. */
    private static void exempt(CertificateConstraints certificate) {
        MultiValuesConstraint extensions = new MultiValuesConstraint();
        extensions.getId().add(SHORT_TERM);
        extensions.getId().add(NO_REV_AVAIL);
        CertificateValuesConstraint skip = new CertificateValuesConstraint();
        skip.setLevel(Level.INFORM);
        skip.setCertificateExtensions(extensions);
        certificate.setRevocationDataSkip(skip);
        certificate.getForbiddenExtensions().getId().remove(NO_REV_AVAIL);
        // An authority without the identifier is untidy, not untrue.
        if (certificate.getSubjectKeyIdentifierPresent() != null) {
            certificate.setSubjectKeyIdentifierPresent(level(Level.WARN));
        }
    }

    /** DSS exempts those with "no check" (RFC 6960 §4.2.2.2.1); this is its newer sister. */
    private static void exemptResponder(CertificateConstraints certificate) {
        certificate.getRevocationDataSkip().getCertificateExtensions().getId().add(NO_REV_AVAIL);
    }

    private static LevelConstraint level(Level level) {
        LevelConstraint constraint = new LevelConstraint();
        constraint.setLevel(level);
        return constraint;
    }
}
