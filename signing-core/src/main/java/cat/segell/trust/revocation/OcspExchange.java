// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import cat.segell.certificate.Nesting;
import cat.segell.network.HttpQuestion;
import cat.segell.problem.ProblemException;
import cat.segell.problem.RevocationProblem.RevocationDoubtful;
import cat.segell.problem.RevocationProblem.RevocationSilent;
import cat.segell.problem.RevocationProblem.RevocationUntold;
import cat.segell.trust.revocation.RevocationState.Good;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/**
 * One question to a responder and the check of its answer (RFC 6960). The question holds two hashes of the issuer and the
 * certificate's serial number, and nothing of its holder.
 */
final class OcspExchange {

    private static final String REQUEST_TYPE = "application/ocsp-request";
    private static final String RESPONSE_TYPE = "application/ocsp-response";

    /** In bytes; real ones have 2 to 5 kB. */
    private static final int LARGEST = 64 * 1024;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 32; // RFC 9654 §2.1
    private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();

    private final URI address;
    private final X509Certificate certificate;
    private final X509Certificate issuer;
    private final byte[] nonce = new byte[NONCE_BYTES];

    /** @param issuer whose key has signed the certificate */
    OcspExchange(URI address, X509Certificate certificate, X509Certificate issuer) {
        this.address = address;
        this.certificate = certificate;
        this.issuer = issuer;
        RANDOM.nextBytes(nonce);
    }

    /** @param request DER of an OCSPRequest */
    static HttpQuestion question(URI responder, byte[] request) {
        return HttpQuestion.post(responder, new HttpQuestion.Body(REQUEST_TYPE, request), RESPONSE_TYPE, LARGEST);
    }

    /** DER of an OCSPRequest. */
    byte[] request() throws ProblemException {
        try {
            // SHA-1 names here and protects nothing; responders needn't know another (RFC 5019 §2.1.1).
            CertificateID id = new CertificateID(
                    DIGESTS.get(CertificateID.HASH_SHA1), holder(issuer), certificate.getSerialNumber());
            Extension unique = new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded());
            return new OCSPReqBuilder()
                    .addRequest(id)
                    .setRequestExtensions(new Extensions(unique))
                    .build()
                    .getEncoded();
        } catch (IOException | OCSPException | CertificateException | OperatorCreationException | RuntimeException e) {
            // Certificates that Java reads and Bouncy Castle doesn't.
            throw new ProblemException(new RevocationDoubtful(address), e);
        }
    }

    /**
     * @param encoded whatever came back
     * @return good, revoked or suspended
     * @throws ProblemException a {@code RevocationProblem}: it doesn't tell, or isn't to be believed
     */
    RevocationState state(byte[] encoded, Instant now) throws ProblemException {
        try {
            BasicOCSPResp response = successful(encoded);
            OcspResponder.verify(response, holder(issuer), now);
            demandNonce(response);
            return state(single(response, new Freshness(now)).getCertStatus(), response);
        } catch (IOException
                | OCSPException
                | CertException
                | CertificateException
                | OperatorCreationException
                | RuntimeException e) {
            // Bouncy Castle answers some malformed structures with unchecked exceptions of many types.
            throw new ProblemException(new RevocationDoubtful(address), e);
        }
    }

    private BasicOCSPResp successful(byte[] encoded) throws IOException, ProblemException {
        OCSPResponse outer = OCSPResponse.getInstance(flat(encoded));
        if (outer.getResponseStatus().getIntValue() != OCSPResponseStatus.SUCCESSFUL) {
            throw new ProblemException(new RevocationSilent(address));
        }
        ResponseBytes bytes = outer.getResponseBytes();
        if (!bytes.getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
            throw new IOException("another kind of response");
        }
        return new BasicOCSPResp(
                BasicOCSPResponse.getInstance(flat(bytes.getResponse().getOctets())));
    }

    private static byte[] flat(byte[] der) throws IOException {
        if (Nesting.tooDeep(der)) {
            throw new IOException("nested too deep");
        }
        return der;
    }

    /** Many responders leave it out (RFC 5019 §4): then the times alone say that the answer is no old one. */
    private void demandNonce(BasicOCSPResp response) throws IOException {
        Extension answered = response.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (answered != null
                && !Arrays.equals(answered.getExtnValue().getOctets(), new DEROctetString(nonce).getEncoded())) {
            throw new IOException("the answer to another question");
        }
    }

    /** What it says of this certificate. */
    private SingleResp single(BasicOCSPResp response, Freshness freshness)
            throws IOException, OCSPException, CertificateException {
        for (SingleResp each : response.getResponses()) {
            CertificateID id = each.getCertID();
            if (id.getSerialNumber().equals(certificate.getSerialNumber())
                    && id.matchesIssuer(holder(issuer), DIGESTS)) {
                if (!freshness.covers(each.getThisUpdate(), each.getNextUpdate())) {
                    throw new IOException("out of date");
                }
                return each;
            }
        }
        throw new IOException("of another certificate");
    }

    private RevocationState state(@Nullable CertificateStatus status, BasicOCSPResp response) throws ProblemException {
        return switch (status) {
            case null -> new Good();
            case UnknownStatus _ -> throw new ProblemException(new RevocationUntold(address));
            case RevokedStatus revoked
            when neverIssued(revoked, response) -> throw new ProblemException(new RevocationUntold(address));
            case RevokedStatus revoked ->
                ReasonCode.state(
                        revoked.getRevocationTime(),
                        revoked.hasRevocationReason() ? revoked.getRevocationReason() : ReasonCode.UNSPECIFIED);
            default -> throw new ProblemException(new RevocationDoubtful(address));
        };
    }

    /** Of a certificate that it never issued, an authority says that it is on hold since the beginning (RFC 6960 §2.2). */
    private static boolean neverIssued(RevokedStatus revoked, BasicOCSPResp response) {
        return revoked.getRevocationTime().toInstant().equals(Instant.EPOCH)
                && response.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_extended_revoke) != null;
    }

    private static X509CertificateHolder holder(X509Certificate certificate) throws CertificateException {
        return new JcaX509CertificateHolder(certificate);
    }
}
