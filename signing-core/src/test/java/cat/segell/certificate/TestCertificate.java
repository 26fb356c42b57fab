// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate that says what a test wants it to say, under a key that nobody keeps. */
final class TestCertificate {

    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant TO = FROM.plus(1000, ChronoUnit.DAYS);

    private static final KeyPair KEY = key();

    private record Ext(ASN1ObjectIdentifier oid, byte[] value) {}

    private final X500Name subject;
    private final List<Ext> extensions = new ArrayList<>();
    private final List<GeneralName> names = new ArrayList<>();
    private X500NameBuilder attributes = new X500NameBuilder();
    private PublicKey subjectKey = KEY.getPublic();

    private TestCertificate(X500Name subject) {
        this.subject = subject;
    }

    /** @param subject as RFC 4514 writes it, OIDs for rare attributes */
    static TestCertificate of(String subject) {
        return new TestCertificate(new X500Name(subject));
    }

    /** Of another key than the one that signs it. */
    TestCertificate under(PublicKey key) {
        subjectKey = key;
        return this;
    }

    TestCertificate policies(String... oids) {
        PolicyInformation[] policies = new PolicyInformation[oids.length];
        for (int i = 0; i < oids.length; i++) {
            policies[i] = new PolicyInformation(new ASN1ObjectIdentifier(oids[i]));
        }
        return extension(Extension.certificatePolicies, new CertificatePolicies(policies));
    }

    /** @param bits of {@link KeyUsage} */
    TestCertificate usage(int bits) {
        return extension(Extension.keyUsage, new KeyUsage(bits));
    }

    TestCertificate extendedUsage(String... oids) {
        KeyPurposeId[] purposes = new KeyPurposeId[oids.length];
        for (int i = 0; i < oids.length; i++) {
            purposes[i] = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oids[i]));
        }
        return extension(Extension.extendedKeyUsage, new ExtendedKeyUsage(purposes));
    }

    TestCertificate statements(ASN1Encodable... statements) {
        return extension(Extension.qCStatements, new DERSequence(statements));
    }

    /** Closes the directoryName of the attributes so far; those that follow are in another one. */
    TestCertificate anotherName() {
        names.add(new GeneralName(attributes.build()));
        attributes = new X500NameBuilder();
        return this;
    }

    /** An attribute of the directoryName in the alternative name. */
    TestCertificate attribute(String oid, String value) {
        return attribute(oid, new DERUTF8String(value));
    }

    TestCertificate attribute(String oid, ASN1Encodable value) {
        attributes.addRDN(new ASN1ObjectIdentifier(oid), value);
        return this;
    }

    TestCertificate extension(ASN1ObjectIdentifier oid, ASN1Encodable value) {
        try {
            return raw(oid, value.toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    TestCertificate raw(ASN1ObjectIdentifier oid, byte[] value) {
        extensions.add(new Ext(oid, value));
        return this;
    }

    X509Certificate make() {
        return make("CN=EC-SectorPublic, O=Prova, C=ES");
    }

    X509Certificate make(String issuer) {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer), BigInteger.TEN, Date.from(FROM), Date.from(TO), subject, subjectKey);
        List<Ext> all = new ArrayList<>(extensions);
        try {
            alternative().ifPresent(all::add);
            for (Ext extension : all) {
                builder.addExtension(extension.oid(), false, extension.value());
            }
            byte[] der = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(KEY.getPrivate()))
                    .getEncoded();
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    private Optional<Ext> alternative() throws IOException {
        List<GeneralName> all = new ArrayList<>(names);
        X500Name last = attributes.build();
        if (last.size() > 0) {
            all.add(new GeneralName(last));
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ext(
                        Extension.subjectAlternativeName,
                        new GeneralNames(all.toArray(GeneralName[]::new)).getEncoded()));
    }

    CertificateFacts facts() {
        return CertificateReader.read(make());
    }

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
