// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.demo;

import cat.segell.app.Wiring;
import cat.segell.batch.BatchDocument;
import cat.segell.batch.BatchRequest;
import cat.segell.batch.DocumentResult;
import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.card.practice.PracticeCard;
import cat.segell.credential.Pin;
import cat.segell.document.DocumentKind;
import cat.segell.document.DocumentSearch;
import cat.segell.document.DocumentSearch.Found;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.problem.DocumentProblem.OutputUnwritable;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the demo signs: three documents of ours, or copies of a person's own. */
final class DemoDocuments {

    private final Wiring wiring;
    private final Path workFolder;

    DemoDocuments(Wiring wiring, Path workFolder) {
        this.wiring = wiring;
        this.workFolder = workFolder;
    }

    /**
     * What is to be signed.
     *
     * @param laid how many of them lie in the demo's folder now
     */
    record Laid(List<Path> documents, int laid) {

        Laid {
            documents = List.copyOf(documents);
        }
    }

    /** Writes one document. */
    @FunctionalInterface
    private interface Sample {
        void write(Path file) throws IOException;
    }

    Laid samples(Path folder) throws ProblemException {
        try (WorkFolder work = WorkFolder.create(workFolder)) {
            Path agreement = made(work, "conveni", SampleDocuments::agreement);
            List<Path> samples = List.of(
                    put(made(work, "resolucio-alcaldia", SampleDocuments::resolution), folder, "resolucio-alcaldia"),
                    put(made(work, "memoria-anual", SampleDocuments::report), folder, "memoria-anual"),
                    put(signedByMayor(agreement), folder, "conveni-ja-signat"));
            return new Laid(samples, samples.size());
        }
    }

    private static Path made(WorkFolder work, String name, Sample sample) throws ProblemException {
        Path file = work.folder().resolve(name + ".pdf");
        try {
            sample.write(file);
            return file;
        } catch (IOException e) {
            throw new ProblemException(new OutputUnwritable(work.folder()), e);
        }
    }

    /** By the other invented employee, so that ours is the second signature. */
    private Path signedByMayor(Path file) throws ProblemException {
        PracticeCard card = wiring.practiceCard();
        BatchRequest request = new BatchRequest(
                List.of(BatchDocument.of(file)),
                card.mayor(),
                SignatureProfile.pades(SignatureLevel.T),
                Optional.empty(),
                false,
                false);
        DocumentResult result = wiring.practiceBatch()
                .run(request, _ -> new Pin(PracticeCard.PIN.toCharArray()), _ -> {}, () -> false)
                .documents()
                .getFirst();
        return switch (result) {
            case Signed signed -> signed.output();
            case Failed(Path _, Problem problem) -> throw new ProblemException(problem);
            case Skipped(Path input) -> input;
        };
    }

    /**
     * Copies under free names; of a folder, the PDFs below it. What can't be read is handed on as it is: signing says why.
     */
    Laid copies(List<Path> originals, Path folder) throws ProblemException {
        List<Path> documents = new ArrayList<>();
        DocumentSearch search = DocumentSearch.of(originals, DocumentKind.PDF);
        int laid = 0;
        for (Found found : search.found()) {
            Path original = found.file();
            String name = String.valueOf(original.getFileName());
            boolean readable = Files.isRegularFile(original) && Files.isReadable(original);
            laid += readable ? 1 : 0;
            documents.add(readable ? put(original, folder, name.replaceFirst("(?i)\\.pdf$", "")) : original);
        }
        search.missed().forEach(missed -> documents.add(missed.input()));
        return new Laid(documents, laid);
    }

    private static Path put(Path file, Path folder, String stem) throws ProblemException {
        try (InputStream in = Files.newInputStream(file)) {
            return OutputFile.put(in, new OutputName(folder, stem, ".pdf"));
        } catch (IOException e) {
            throw new ProblemException(new OutputUnwritable(folder), e);
        }
    }
}
