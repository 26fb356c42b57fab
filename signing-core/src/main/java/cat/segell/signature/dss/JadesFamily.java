// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.problem.DocumentProblem.SignatureUnmatched;
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
import eu.europa.esig.dss.jades.validation.JWS;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * JSON signatures (ETSI TS 119 182-1) that any JOSE library reads, with nothing in their "crit" that it wouldn't know. Of a
 * document whose digest alone is here there is no payload to sign: "crit" then holds "b64" and "sigD", and so it does in every
 * further signature beside that one.
 */
final class JadesFamily implements SignatureFamily<JAdESSignatureParameters> {

    @Override
    public Subject subject(DocumentFile document, SignatureForm form, OriginalDocument original)
            throws ProblemException {
        Subject subject = signed(document, form, original);
        // RFC 7797 §3: "b64" is the same in all signatures of a JWS.
        if (subject.signedBefore() && !all(subject, JadesFamily::isPlain) && !all(subject, JadesFamily::namesByHash)) {
            throw new ProblemException(new SignatureUnmatched(document.source()));
        }
        return subject;
    }

    @Override
    public Subject signed(DocumentFile document, SignatureForm form, OriginalDocument original)
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

    private static boolean all(Subject signed, Predicate<JWS> how) {
        return new JWSJsonSerializationParser(signed.document())
                .parse().getSignatures().stream().allMatch(how);
    }

    /** Over the payload in base64url, which it doesn't name. */
    private static boolean isPlain(JWS signature) {
        return !signature.isRfc7797UnencodedPayload() && named(signature).isEmpty();
    }

    /** As {@link #nameByHash} makes them. */
    private static boolean namesByHash(JWS signature) {
        return signature.isRfc7797UnencodedPayload()
                && SigDMechanism.OBJECT_ID_BY_URI_HASH
                        .getUri()
                        .equals(named(signature).get("mId"));
    }

    private static Map<?, ?> named(JWS signature) {
        return signature.getProtectedHeaderValueAsMap("sigD");
    }

    @Override
    public JAdESSignatureParameters parameters(Subject subject) {
        JAdESSignatureParameters parameters = new JAdESSignatureParameters();
        // The one that holds several signatures, and time-stamps.
        parameters.setJwsSerializationType(JWSSerializationType.JSON_SERIALIZATION);
        // "iat" instead of "sigT", which would have to stand in "crit".
        parameters.setJadesSigningTimeType(JAdESSigningTimeType.IAT);
        boolean besideOnesByHash = subject.signedBefore() && all(subject, JadesFamily::namesByHash);
        if (subject.document() instanceof DigestDocument || besideOnesByHash) {
            nameByHash(parameters);
        } else if (subject.form().packaging() == Packaging.DETACHED) {
            // As RFC 7515 appendix F: the payload is left out, and nothing else.
            parameters.setSigDMechanism(SigDMechanism.NO_SIG_D);
        }
        return parameters;
    }

    /** TS 119 182-1 §5.2.8.3.3, over the bytes as they are: the payload itself is what a JWS signs else. */
    private static void nameByHash(JAdESSignatureParameters parameters) {
        parameters.setSigDMechanism(SigDMechanism.OBJECT_ID_BY_URI_HASH);
        parameters.setBase64UrlEncodedPayload(false);
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
