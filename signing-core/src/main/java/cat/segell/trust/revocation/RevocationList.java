// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import cat.segell.certificate.Nesting;
import cat.segell.certificate.StatusSources.ListPoint;
import cat.segell.problem.ProblemException;
import cat.segell.problem.RevocationProblem.RevocationDoubtful;
import cat.segell.trust.revocation.RevocationState.Good;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/**
 * An issuer's list of revoked certificates, and the check that it speaks of this certificate (RFC 5280 §6.3.3). An issuer may
 * have several lists: another one of the same issuer, which doesn't have the certificate, must not pass for the right one.
 */
final class RevocationList {

    static final String TYPE = "application/pkix-crl";

    /** In bytes; the largest ones of Spanish public authorities have a few megabytes. */
    static final int LARGEST = 16 * 1024 * 1024;

    private static final int CRL_SIGN = 6;

    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
            Set.of(Extension.issuingDistributionPoint, Extension.authorityKeyIdentifier, Extension.cRLNumber);

    private final X509Certificate certificate;
    private final X509Certificate issuer;

    RevocationList(X509Certificate certificate, X509Certificate issuer) {
        this.certificate = certificate;
        this.issuer = issuer;
    }

    /**
     * @param address where it was fetched, one of those of {@code point}
     * @param encoded whatever came back
     * @return good, revoked or suspended
     * @throws ProblemException {@code REVOCATION-DOUBTFUL}
     */
    RevocationState state(URI address, ListPoint point, byte[] encoded, Instant now) throws ProblemException {
        try {
            if (Nesting.tooDeep(encoded)) {
                throw new IOException("nested too deep");
            }
            X509CRLHolder list = new X509CRLHolder(encoded);
            verify(list, now);
            demandScope(list, point);
            X509CRLEntryHolder entry = list.getRevokedCertificate(certificate.getSerialNumber());
            return entry == null ? new Good() : state(entry);
        } catch (IOException | CertException | CertificateException | OperatorCreationException | RuntimeException e) {
            // Bouncy Castle answers some malformed structures with unchecked exceptions of many types.
            throw new ProblemException(new RevocationDoubtful(address), e);
        }
    }

    private void verify(X509CRLHolder list, Instant now)
            throws IOException, CertException, CertificateException, OperatorCreationException {
        X509CertificateHolder by = new JcaX509CertificateHolder(issuer);
        if (!list.getIssuer().equals(by.getSubject()) || !maySignLists(issuer)) {
            throw new IOException("another issuer's list");
        }
        if (!AuthoritySignature.isStrong(list.toASN1Structure().getSignatureAlgorithm())
                || !list.isSignatureValid(AuthoritySignature.by(by))) {
            throw new IOException("not signed by the issuer");
        }
        if (list.getNextUpdate() == null || !new Freshness(now).covers(list.getThisUpdate(), list.getNextUpdate())) {
            throw new IOException("out of date");
        }
        if (!UNDERSTOOD.containsAll(list.getCriticalExtensionOIDs())) {
            throw new IOException("a list of a kind that isn't known here");
        }
    }

    private static boolean maySignLists(X509Certificate issuer) {
        boolean[] usage = issuer.getKeyUsage();
        return usage == null || usage[CRL_SIGN];
    }

    /** Whether it is the whole list of all reasons for the place that the certificate names. */
    private static void demandScope(X509CRLHolder list, ListPoint point) throws IOException {
        Extension found = list.getExtension(Extension.issuingDistributionPoint);
        if (found == null) {
            return;
        }
        IssuingDistributionPoint scope = IssuingDistributionPoint.getInstance(found.getParsedValue());
        boolean partial = scope.isIndirectCRL()
                || scope.onlyContainsAttributeCerts()
                || scope.onlyContainsCACerts()
                || scope.getOnlySomeReasons() != null;
        if (partial || !covers(scope.getDistributionPoint(), point)) {
            throw new IOException("a list for others");
        }
    }

    private static boolean covers(@Nullable DistributionPointName place, ListPoint point) throws IOException {
        if (place == null) {
            return true;
        }
        if (place.getType() != DistributionPointName.FULL_NAME) {
            return false;
        }
        for (GeneralName name : GeneralNames.getInstance(place.getName()).getNames()) {
            if (point.isNamed(name.getEncoded(ASN1Encoding.DER))) {
                return true;
            }
        }
        return false;
    }

    private static RevocationState state(X509CRLEntryHolder entry) throws IOException {
        if (!entry.getCriticalExtensionOIDs().isEmpty()) {
            throw new IOException("an entry of a kind that isn't known here");
        }
        Extension reason = entry.getExtension(Extension.reasonCode);
        return ReasonCode.state(
                entry.getRevocationDate(),
                reason == null
                        ? ReasonCode.UNSPECIFIED
                        : ASN1Enumerated.getInstance(reason.getParsedValue()).intValueExact());
    }
}
