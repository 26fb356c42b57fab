// SPDX-License-Identifier: EUPL-1.2
package cat.segell.timestamp;

import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem.TsaInvalid;
import cat.segell.problem.ServiceProblem.TsaRefused;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** One request and the check of its answer (RFC 3161 §2.4). */
final class TimestampExchange {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BITS = 64;
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final URI address;
    private final TimeStampRequest request;

    /** @param policy that the token must name, as an OID */
    TimestampExchange(URI address, Digest imprint, Optional<String> policy) {
        this.address = address;
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        policy.map(ASN1ObjectIdentifier::new).ifPresent(generator::setReqPolicy);
        request = generator.generate(
                identifier(imprint.algorithm()), imprint.value(), new BigInteger(NONCE_BITS, RANDOM));
    }

    byte[] request() {
        try {
            return request.getEncoded();
        } catch (IOException impossible) {
            throw new LinkageError("a request in memory", impossible);
        }
    }

    /** The token of a response, if it stamps just this imprint and nonce, under the policy that was asked for, and carries a certificate that verifies it. */
    byte[] token(byte[] encoded) throws ProblemException {
        try {
            TimeStampResponse response = new TimeStampResponse(encoded);
            guardGranted(response);
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            verify(token);
            byte[] der = token.getEncoded();
            if (der.length > TimestampAuthority.LARGEST_TOKEN) {
                throw new TSPException("larger than any token");
            }
            return der;
        } catch (IOException | TSPException | CertificateException | OperatorCreationException | RuntimeException e) {
            // Bouncy Castle answers some malformed structures with unchecked exceptions of many types.
            throw new ProblemException(new TsaInvalid(address), e);
        }
    }

    private void guardGranted(TimeStampResponse response) throws ProblemException {
        int status = response.getStatus();
        if (status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS) {
            throw new ProblemException(new TsaRefused(address, "PKIStatus " + status));
        }
    }

    private static void verify(TimeStampToken token)
            throws TSPException, CertificateException, OperatorCreationException {
        List<X509CertificateHolder> signers = token.getCertificates().getMatches(null).stream()
                .filter(token.getSID()::match)
                .toList();
        if (signers.size() != 1) {
            throw new TSPException("not one certificate for the signature");
        }
        // Also checks that the certificate is for time-stamping alone and was valid at that time.
        token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(BOUNCY_CASTLE)
                .build(signers.getFirst()));
    }

    private static ASN1ObjectIdentifier identifier(DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA256 -> NISTObjectIdentifiers.id_sha256;
            case SHA384 -> NISTObjectIdentifiers.id_sha384;
            case SHA512 -> NISTObjectIdentifiers.id_sha512;
        };
    }
}
