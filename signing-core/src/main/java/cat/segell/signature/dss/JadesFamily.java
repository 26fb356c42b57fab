// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.validation.OriginalDocument;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SigDMechanism;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.jades.JAdESSigningTimeType;
import eu.europa.esig.dss.jades.JWSJsonSerializationObject;
import eu.europa.esig.dss.jades.JWSJsonSerializationParser;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;

/** JSON signatures (ETSI TS 119 182-1) that any JOSE library reads: nothing in their "crit" that it wouldn't know. */
final class JadesFamily implements SignatureFamily<JAdESSignatureParameters> {

    @Override
    public Subject subject(DocumentFile document, SignatureForm form, OriginalDocument original)
            throws ProblemException {
        FileDocument file = Subject.file(document);
        JWSJsonSerializationParser parser = new JWSJsonSerializationParser(file);
        if (!parser.isSupported() || parser.parse().getSignatures().isEmpty()) {
            Raising.guardNotCompact(document);
            return Subject.of(document, form);
        }
        JWSJsonSerializationObject signed = parser.parse();
        Packaging packaging = signed.getPayload().isEmpty() ? Packaging.DETACHED : Packaging.ATTACHED;
        return new Subject(
                file,
                packaging == Packaging.DETACHED ? List.of(Originals.of(document, original)) : List.of(),
                new SignatureForm(SignatureFormat.JADES, packaging, SignatureFormat.JADES),
                true);
    }

    @Override
    public JAdESSignatureParameters parameters(Subject subject) {
        JAdESSignatureParameters parameters = new JAdESSignatureParameters();
        // The one that holds several signatures, and time-stamps.
        parameters.setJwsSerializationType(JWSSerializationType.JSON_SERIALIZATION);
        // "iat" instead of "sigT", which would have to stand in "crit".
        parameters.setJadesSigningTimeType(JAdESSigningTimeType.IAT);
        if (subject.document() instanceof DigestDocument) {
            // TS 119 182-1 §5.2.8.3.3, over the bytes as they are: the payload itself is what a JWS signs else.
            parameters.setSigDMechanism(SigDMechanism.OBJECT_ID_BY_URI_HASH);
            parameters.setBase64UrlEncodedPayload(false);
        } else if (subject.form().packaging() == Packaging.DETACHED) {
            // As RFC 7515 appendix F: the payload is left out, and nothing else.
            parameters.setSigDMechanism(SigDMechanism.NO_SIG_D);
        }
        return parameters;
    }

    @Override
    public DocumentSignatureService<JAdESSignatureParameters, ?> service(Path folder, CertificateVerifier verifier) {
        return new JAdESService(verifier);
    }

    /** RFC 7518 §3.4: each curve has its hash. */
    @Override
    public DigestAlgorithm digest(PublicKey key, DigestAlgorithm wanted) {
        if (!(key instanceof ECPublicKey curve)) {
            return wanted;
        }
        int bits = curve.getParams().getOrder().bitLength();
        return bits <= 256 ? DigestAlgorithm.SHA256 : bits <= 384 ? DigestAlgorithm.SHA384 : DigestAlgorithm.SHA512;
    }
}
