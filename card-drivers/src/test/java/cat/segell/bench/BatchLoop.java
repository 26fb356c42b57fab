// SPDX-License-Identifier: EUPL-1.2
package cat.segell.bench;

import cat.segell.card.fixture.Person;
import cat.segell.card.fixture.SoftHsm;
import cat.segell.card.fixture.Sources;
import cat.segell.card.host.HostSetup;
import cat.segell.card.pkcs11.Pkcs11Source;
import cat.segell.credential.Credential;
import cat.segell.credential.OpenCredential;
import cat.segell.credential.algorithm.DigestToSign;
import cat.segell.credential.algorithm.SignatureScheme;
import cat.segell.credential.reference.KeyReference;
import cat.segell.document.Digest;
import cat.segell.problem.ProblemException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/** One loop over the documents of a folder: a process of its own, what {@code segell sign} is measured by. */
enum BatchLoop {

    /** EU DSS as its documentation shows it, with the JDK's own PKCS#11 provider. */
    PLAIN_DSS {
        @Override
        void run(List<Path> documents, Path out, Path work) throws GeneralSecurityException, IOException {
            Provider provider = Security.getProvider("SunPKCS11")
                    .configure("--name=bench\nlibrary=" + SoftHsm.module() + "\nslotListIndex=0\n");
            KeyStore token = KeyStore.getInstance("PKCS11", provider);
            token.load(null, SoftHsm.PIN.toCharArray());
            sign(documents, out, token, new char[0], Signature.getInstance("SHA256withRSA", provider));
        }
    },

    /** The same with a key in a file, which lies in the folder for what is needed besides. */
    PLAIN_DSS_KEY_FILE {
        @Override
        void run(List<Path> documents, Path out, Path work) throws GeneralSecurityException, IOException {
            char[] password = SoftHsm.PIN.toCharArray();
            KeyStore keys = KeyStore.getInstance(BatchBench.keyFile(work).toFile(), password);
            sign(documents, out, keys, password, Signature.getInstance("SHA256withRSA"));
        }
    },

    /** What nobody can do without: read and hash, one signature of the token through Segell's own process for drivers, a copy on the disk. */
    FLOOR {
        @Override
        void run(List<Path> documents, Path out, Path work) throws ProblemException, IOException {
            try (Pkcs11Source source = Sources.of(List.of(SoftHsm.module()), HostSetup.of(work));
                    OpenCredential open = open(source)) {
                for (Path document : documents) {
                    byte[] digest = copy(document, signed(document, out));
                    byte[] _ = open.sign(new DigestToSign(
                            SignatureScheme.RSA_PKCS1, new Digest(cat.segell.document.DigestAlgorithm.SHA256, digest)));
                }
            }
        }
    },

    /** The same without a signature. */
    COPY_AND_HASH {
        @Override
        void run(List<Path> documents, Path out, Path work) throws IOException {
            for (Path document : documents) {
                byte[] _ = copy(document, signed(document, out));
            }
        }
    };

    private static final int BUFFER = 1 << 16;

    /** @param work for what the loop needs besides */
    abstract void run(List<Path> documents, Path out, Path work)
            throws GeneralSecurityException, ProblemException, IOException;

    /** @param arguments which one, the folder of the documents, that of their copies, and one for what is needed besides */
    public static void main(String[] arguments) throws GeneralSecurityException, ProblemException, IOException {
        try (Stream<Path> documents = Files.list(Path.of(arguments[1]))) {
            Path out = Files.createDirectories(Path.of(arguments[2]));
            valueOf(arguments[0]).run(documents.sorted().toList(), out, Path.of(arguments[3]));
        }
    }

    private static OpenCredential open(Pkcs11Source source) throws ProblemException {
        Person person = Person.entering(SoftHsm.PIN);
        Credential credential =
                source.find(KeyReference.parse("pkcs11:token=Bench"), person).getFirst();
        return source.open(credential, person);
    }

    private static void sign(List<Path> documents, Path out, KeyStore keys, char[] password, Signature signature)
            throws GeneralSecurityException, IOException {
        String alias = keys.aliases().nextElement();
        PrivateKey key = (PrivateKey) keys.getKey(alias, password);
        CertificateToken certificate = new CertificateToken((X509Certificate) keys.getCertificate(alias));
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        for (Path document : documents) {
            PAdESSignatureParameters parameters = new PAdESSignatureParameters();
            parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
            parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
            parameters.setSigningCertificate(certificate);
            parameters.setCertificateChain(certificate);
            DSSDocument toSign = new FileDocument(document.toFile());
            signature.initSign(key);
            signature.update(service.getDataToSign(toSign, parameters).getBytes());
            SignatureValue value = new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign());
            service.signDocument(toSign, parameters, value)
                    .save(signed(document, out).toString());
        }
    }

    private static Path signed(Path document, Path out) {
        return out.resolve(document.getFileName());
    }

    /** @return SHA-256; the copy is on the disk */
    private static byte[] copy(Path document, Path copy) throws IOException {
        MessageDigest sha256 = cat.segell.document.DigestAlgorithm.SHA256.newDigest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(document);
                FileChannel out = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var to = java.nio.channels.Channels.newOutputStream(out)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
                to.write(buffer, 0, read);
            }
            out.force(true);
        }
        return sha256.digest();
    }
}
