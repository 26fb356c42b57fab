// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.certificate.PracticeMark;
import cat.segell.document.Digest;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ServiceProblem.TsaInvalid;
import cat.segell.timestamp.TimestampAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;

/** Time-stamps from this computer's own clock, for practice: real tokens (RFC 3161) that nobody has to believe. */
public final class PracticeTimestampAuthority implements TimestampAuthority {

    /** What {@code practice:} is as a URI, which can't end with its colon. */
    private static final URI ADDRESS = URI.create("practice:/");

    private final PracticeAuthority authority;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Signing opened;

    private record Signing(X509Certificate issuer, X509Certificate certificate, PrivateKey key) {}

    public PracticeTimestampAuthority(PracticeAuthority authority) {
        this.authority = authority;
        clock = Clock.systemUTC();
    }

    @Override
    public URI address() {
        return ADDRESS;
    }

    @Override
    public byte[] token(Digest imprint) throws ProblemException {
        try {
            TimeStampRequestGenerator request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            return generator()
                    .generate(
                            request.generate(algorithm(imprint), imprint.value()),
                            new BigInteger(127, random).setBit(126),
                            Date.from(clock.instant()))
                    .toCMSSignedData()
                    .getEncoded(ASN1Encoding.DER);
        } catch (TSPException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new ProblemException(new TsaInvalid(ADDRESS), e);
        }
    }

    private TimeStampTokenGenerator generator()
            throws ProblemException, TSPException, OperatorCreationException, GeneralSecurityException {
        Signing by = signing();
        TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", by.key(), by.certificate()),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier(PracticeMark.POLICY));
        generator.addCertificates(new JcaCertStore(List.of(by.certificate(), by.issuer())));
        return generator;
    }

    /** Opening the key file takes longer than signing: a batch opens it once. */
    private synchronized Signing signing() throws ProblemException {
        PracticeSet set = authority.set();
        if (opened == null || !opened.issuer().equals(set.authority())) {
            opened = new Signing(set.authority(), set.certificate(PracticeProfile.TIMESTAMPS), set.timestampKey());
        }
        return opened;
    }

    private static ASN1ObjectIdentifier algorithm(Digest imprint) {
        return switch (imprint.algorithm()) {
            case SHA256 -> NISTObjectIdentifiers.id_sha256;
            case SHA384 -> NISTObjectIdentifiers.id_sha384;
            case SHA512 -> NISTObjectIdentifiers.id_sha512;
        };
    }
}
