// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.fixture.TestPdf;
import cat.segell.fixture.TestTsa;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.validation.dss.HostileCorpus.Expected;
import cat.segell.validation.dss.HostileCorpus.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hundreds of broken and hostile documents, one after the other in one small process: none breaks it, none is taken for good. */
class HostileCorpusTest extends AtDesk {

    @Test
    void nothingBreaksAndNothingForgedIsPlainlyValid() throws Exception {
        List<Sample> samples = samples();
        assertThat(samples).hasSizeGreaterThan(900);
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        for (Sample sample : samples) {
            Files.write(corpus.resolve(sample.name()), sample.content());
        }
        Map<String, String> said = judged(corpus);
        List<String> wrong = new ArrayList<>();
        for (Sample sample : samples) {
            String verdict = said.getOrDefault(sample.name(), "nothing was said");
            if (!fits(sample.expected(), verdict)) {
                wrong.add(sample.name() + ": " + verdict);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean fits(Expected expected, String verdict) {
        boolean answered =
                !verdict.startsWith("nothing") && !verdict.startsWith("BREAKS") && !verdict.startsWith("HANGS");
        return switch (expected) {
            case VALID -> verdict.equals("VALID");
            case NEVER_VALID -> answered && !verdict.startsWith("VALID");
            case SURVIVED -> answered;
        };
    }

    private Map<String, String> judged(Path corpus) throws IOException, InterruptedException {
        Path authority = Files.write(folder.resolve("root.der"), encodedRoot());
        Path said = folder.resolve("said");
        Process judge = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CorpusJudge.class.getName(),
                        corpus.toString(),
                        folder.resolve("home").toString(),
                        authority.toString())
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        int status = judge.waitFor();
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(said)) {
            String[] parts = line.split("\t", 2);
            verdicts.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        assertThat(status).as(() -> "after " + verdicts.size() + " documents").isZero();
        return verdicts;
    }

    private static byte[] encodedRoot() {
        try {
            return PKI.certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Sample> samples() throws Exception {
        HostileCorpus corpus = new HostileCorpus();
        try (TestTsa tsa = TestTsa.start(PKI)) {
            TimestampHttp authority = new TimestampHttp(tsa.address(), true);
            Path plain = TestPdf.withForm(desk.file("a.pdf"));
            Path streams = TestPdf.xrefStream(desk.file("b.pdf"));
            List<Path> pdfs =
                    List.of(desk.sign(plain, SIGNER), desk.sign(plain, SIGNER, authority), desk.sign(streams, SIGNER));
            HostilePdfs.add(corpus, pdfs, folder);
            Path xml = Files.writeString(desk.file("a.xml"), "<acta Id=\"arrel\"><punt>Primer acord</punt></acta>");
            Path words = Files.writeString(desk.file("a.txt"), "Primer acord");
            byte[] enveloped = signed(xml, SignatureFormat.XADES, Packaging.ENVELOPED, authority);
            byte[] enveloping = signed(xml, SignatureFormat.XADES, Packaging.ENVELOPING, authority);
            byte[] cms = signed(words, SignatureFormat.CADES, Packaging.ATTACHED, authority);
            byte[] json = signed(words, SignatureFormat.JADES, Packaging.ATTACHED, authority);
            byte[] container = signed(words, SignatureFormat.ASIC_E, Packaging.DETACHED, authority);
            HostileXml.add(corpus, enveloped, enveloping);
            HostileOthers.addCms(corpus, cms);
            HostileOthers.addJson(corpus, json);
            HostileOthers.addContainer(corpus, container);
            HostileFiles.disguised(corpus, List.of(cms, json, enveloped));
            untouched(corpus, pdfs, enveloped, enveloping, cms, json, container);
        }
        return corpus.samples();
    }

    private static void untouched(HostileCorpus corpus, List<Path> pdfs, byte[]... others) throws IOException {
        for (Path pdf : pdfs) {
            corpus.family("untouched", "pdf").add(Expected.VALID, Files.readAllBytes(pdf));
        }
        HostileCorpus.Family family = corpus.family("untouched-other", "signed");
        for (byte[] other : others) {
            family.add(Expected.VALID, other);
        }
    }

    private byte[] signed(Path file, SignatureFormat format, Packaging packaging, TimestampHttp authority)
            throws Exception {
        SignatureForm form =
                new SignatureForm(format, packaging, SignatureForm.of(format).inside());
        SignatureLevel level = format == SignatureFormat.CADES ? SignatureLevel.B : SignatureLevel.T;
        return Files.readAllBytes(
                desk.sign(file, SIGNER, form, level, level == SignatureLevel.B ? List.of() : List.of(authority)));
    }
}
