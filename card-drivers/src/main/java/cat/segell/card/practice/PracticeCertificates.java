// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.card.practice.PracticeHolder.Purpose;
import cat.segell.certificate.PracticeMark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues the certificates of one practice set; its key lives no longer than this object. */
final class PracticeCertificates {

    static final Duration VALIDITY = Duration.ofDays(3650);

    /** Clocks of other computers may be slow. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    /** What ends today or ended before has been valid for so long. */
    private static final Duration PAST = Duration.ofDays(800);

    /** RFC 9608: nobody publishes revocation for it. */
    private static final ASN1ObjectIdentifier NO_REVOCATION = new ASN1ObjectIdentifier("2.5.29.56");

    private final PracticeModel model;
    private final Instant now;
    private final SecureRandom random = new SecureRandom();
    private final KeyPair own;
    private final X500Name name;
    private final X509Certificate certificate;

    PracticeCertificates(PracticeModel model, Instant now) throws GeneralSecurityException, IOException {
        this.model = model;
        this.now = now;
        own = ellipticPair();
        name = PracticeNames.authority(serial().toString(16).substring(0, 8));
        certificate = sign(builder(name, own.getPublic(), now.plus(VALIDITY))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
    }

    X509Certificate certificate() {
        return certificate;
    }

    static KeyPair ellipticPair() throws GeneralSecurityException {
        return pair("EC", 256);
    }

    static KeyPair rsaPair() throws GeneralSecurityException {
        return pair("RSA", 2048);
    }

    private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    X509Certificate issue(PracticeProfile profile, PublicKey key) throws GeneralSecurityException, IOException {
        return switch (profile) {
            case SIGNATURE -> signature(model.holder(), key);
            case AUTHENTICATION -> authentication(model.holder(), key);
            case MAYOR -> signature(PracticeNames.MAYOR, key);
            case TIMESTAMPS -> timestamps(key);
        };
    }

    private X509Certificate signature(PracticeHolder who, PublicKey key) throws GeneralSecurityException, IOException {
        return sign(person(who, Purpose.SIG, KeyUsage.nonRepudiation, key));
    }

    private X509Certificate authentication(PracticeHolder who, PublicKey key)
            throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder builder = person(who, Purpose.AUT, KeyUsage.digitalSignature, key);
        return sign(
                who.statesLogin()
                        ? builder.addExtension(
                                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                        : builder);
    }

    private X509v3CertificateBuilder person(PracticeHolder who, Purpose purpose, int usage, PublicKey key)
            throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder builder = endEntity(who.subject(purpose), usage, key, who.policy(purpose));
        Optional<X500Name> attributes = who.attributes();
        return attributes.isPresent()
                ? builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(attributes.get())))
                : builder;
    }

    private X509Certificate timestamps(PublicKey key) throws GeneralSecurityException, IOException {
        // RFC 3161 §2.3: exactly this purpose, and critical.
        return sign(endEntity(PracticeNames.timestamps(), KeyUsage.digitalSignature, key)
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)));
    }

    private X509v3CertificateBuilder endEntity(X500Name subject, int usage, PublicKey key, String... otherPolicies)
            throws GeneralSecurityException, IOException {
        PolicyInformation[] policies = new PolicyInformation[otherPolicies.length + 1];
        policies[0] = new PolicyInformation(new ASN1ObjectIdentifier(PracticeMark.POLICY));
        for (int i = 0; i < otherPolicies.length; i++) {
            policies[i + 1] = new PolicyInformation(new ASN1ObjectIdentifier(otherPolicies[i]));
        }
        return builder(subject, key, model.notAfter(now))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(own.getPublic()))
                .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                .addExtension(Extension.certificatePolicies, false, new CertificatePolicies(policies))
                .addExtension(NO_REVOCATION, false, DERNull.INSTANCE);
    }

    private X509v3CertificateBuilder builder(X500Name subject, PublicKey key, Instant notAfter)
            throws GeneralSecurityException, IOException {
        Date from = Date.from(model == PracticeModel.PLAIN ? now.minus(TOLERANCE) : now.minus(PAST));
        return new JcaX509v3CertificateBuilder(name, serial(), from, Date.from(notAfter), subject, key)
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
    }

    private BigInteger serial() {
        // RFC 5280 §4.1.2.2: positive, at most 20 octets.
        return new BigInteger(127, random).setBit(126);
    }

    private X509Certificate sign(X509v3CertificateBuilder builder) throws GeneralSecurityException, IOException {
        try {
            byte[] der = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(own.getPrivate()))
                    .getEncoded();
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
