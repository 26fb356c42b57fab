// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.trust.TrustAnchors;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.ValidationReport;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A process of its own: verifies each file of a folder, and says a line of each. */
final class CorpusJudge {

    /** For one document. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private CorpusJudge() {}

    /** @param args the folder; one for work; the authority's certificate, as DER */
    public static void main(String[] args) throws Exception {
        X509Certificate root;
        try (var in = Files.newInputStream(Path.of(args[2]))) {
            root = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        TrustAnchors trust = new TrustAnchors(List.of(root), false);
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.sorted().toList();
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (Path file : files) {
            out.println(file.getFileName() + "\t" + inTime(() -> judged(file, Path.of(args[1]), trust)));
        }
    }

    private static String inTime(Supplier<String> judged) throws InterruptedException {
        AtomicReference<String> said = new AtomicReference<>("HANGS");
        Thread judge = Thread.ofPlatform().daemon().start(() -> {
            try {
                said.set(judged.get());
            } catch (Throwable e) {
                // What breaks here would break the application.
                said.set("BREAKS " + e + " at " + e.getStackTrace()[0]);
            }
        });
        judge.join(LIMIT);
        if (judge.isAlive()) {
            return "HANGS at " + Arrays.toString(Arrays.copyOf(judge.getStackTrace(), 12));
        }
        return said.get();
    }

    private static String judged(Path file, Path home, TrustAnchors trust) {
        try (WorkFolder work = WorkFolder.create(home);
                DocumentFile document = DocumentFile.read(file, work)) {
            ValidationReport report = new DssValidator().validate(document, OriginalDocument.beside(document), trust);
            boolean plain = report.signatures().stream()
                    .allMatch(signature -> signature.reasons().isEmpty());
            return report.verdict() + (plain ? "" : " with reasons");
        } catch (ProblemException e) {
            return "PROBLEM " + e.problem().code();
        }
    }
}
