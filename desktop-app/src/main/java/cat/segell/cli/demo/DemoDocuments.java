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
import cat.segell.cli.Inputs;
import cat.segell.credential.Pin;
import cat.segell.document.DocumentFile;
import cat.segell.document.DocumentKind;
import cat.segell.document.DocumentSearch;
import cat.segell.document.DocumentSearch.Found;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.DocumentProblem.DiskFull;
import cat.segell.problem.DocumentProblem.OutputNameTooLong;
import cat.segell.problem.DocumentProblem.OutputNotFolder;
import cat.segell.problem.DocumentProblem.OutputUnwritable;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.PdfInspection;
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
     * @param copies those of them that are copies
     */
    record Laid(List<Path> documents, int laid, List<Copy> copies) {

        Laid {
            documents = List.copyOf(documents);
            copies = List.copyOf(copies);
        }
    }

    /** @param original as it was written */
    record Copy(String original, Path file) {}

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
            return new Laid(samples, samples.size(), List.of());
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
            case Skipped skipped -> skipped.input();
        };
    }

    /**
     * Copies under free names; of a folder, of the PDFs below it. What can't be signed isn't copied but handed on as it was
     * written: signing says why.
     */
    Laid copies(Inputs given, Path folder) throws ProblemException {
        List<Path> documents = new ArrayList<>();
        DocumentSearch search = DocumentSearch.of(given.resolved(), DocumentKind.PDF);
        List<Copy> copies = new ArrayList<>();
        for (Found found : search.found()) {
            String original = given.shown(found.file());
            Optional<Path> copy = copy(found.file(), folder);
            copy.ifPresent(file -> copies.add(new Copy(original, file)));
            documents.add(copy.orElseGet(() -> Path.of(original)));
        }
        search.missed().forEach(missed -> documents.add(Path.of(given.shown(missed.input()))));
        return new Laid(documents, copies.size(), copies);
    }

    /** Of what was read once and can be signed. */
    private Optional<Path> copy(Path original, Path folder) throws ProblemException {
        String stem = String.valueOf(original.getFileName()).replaceFirst("(?i)\\.pdf$", "");
        try (WorkFolder work = WorkFolder.create(workFolder);
                DocumentFile document = DocumentFile.read(original, work)) {
            PdfInspection.of(document);
            return Optional.of(put(document.copy(), folder, stem));
        } catch (ProblemException e) {
            if (ofThisDocument(e.problem())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Not of the folder that is to take it. */
    private static boolean ofThisDocument(Problem problem) {
        return problem instanceof DocumentProblem
                && !(problem instanceof OutputUnwritable
                        || problem instanceof OutputNotFolder
                        || problem instanceof OutputNameTooLong
                        || problem instanceof DiskFull);
    }

    private static Path put(Path file, Path folder, String stem) throws ProblemException {
        try (InputStream in = Files.newInputStream(file)) {
            return OutputFile.put(in, new OutputName(folder, stem, ".pdf"));
        } catch (IOException e) {
            throw new ProblemException(new OutputUnwritable(folder), e);
        }
    }
}
