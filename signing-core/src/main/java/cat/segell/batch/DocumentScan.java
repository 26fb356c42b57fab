// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Skipped;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.problem.DocumentProblem.DocumentMissing;
import cat.segell.problem.DocumentProblem.DocumentUnreadable;
import cat.segell.problem.DocumentProblem.FolderEmpty;
import cat.segell.problem.DocumentProblem.FolderUnreadable;
import cat.segell.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What files and folders mean as a batch. A folder means the PDFs below it, sorted, without following links; a file that is
 * named itself is taken whatever it is. Each document is there once.
 *
 * @param documents to sign
 * @param leftOut inputs that are none, each with its reason: they don't keep the others from being signed
 */
public record DocumentScan(List<BatchDocument> documents, List<DocumentResult> leftOut) {

    public DocumentScan {
        documents = List.copyOf(documents);
        leftOut = List.copyOf(leftOut);
    }

    public static DocumentScan of(List<Path> inputs) {
        Collected collected = new Collected();
        inputs.forEach(collected::input);
        return new DocumentScan(collected.documents, collected.leftOut);
    }

    private static final class Collected {

        private final List<BatchDocument> documents = new ArrayList<>();
        private final List<DocumentResult> leftOut = new ArrayList<>();
        private final Set<Path> seen = new HashSet<>();

        void input(Path input) {
            if (Files.isDirectory(input)) {
                folder(input);
            } else if (!Files.exists(input)) {
                fail(input, Files.notExists(input) ? new DocumentMissing(input) : new DocumentUnreadable(input));
            } else {
                add(BatchDocument.of(input));
            }
        }

        private void folder(Path folder) {
            Set<Path> files = new TreeSet<>();
            int problems = leftOut.size();
            try {
                Files.walkFileTree(folder.toRealPath(), new Walk(folder, files));
            } catch (IOException e) {
                fail(folder, new FolderUnreadable(folder));
            }
            if (files.isEmpty() && leftOut.size() == problems) {
                fail(folder, new FolderEmpty(folder));
            }
            for (Path below : files) {
                Path input = folder.resolve(below);
                if (OutputName.isSigned(input)) {
                    leftOut.add(new Skipped(input));
                } else {
                    add(new BatchDocument(input, below));
                }
            }
        }

        private void add(BatchDocument document) {
            if (seen.add(real(document.input()))) {
                documents.add(document);
            }
        }

        private void fail(Path input, Problem problem) {
            leftOut.add(new Failed(input, problem));
        }

        private static Path real(Path input) {
            try {
                return input.toRealPath();
            } catch (IOException e) {
                return input.toAbsolutePath().normalize();
            }
        }

        private final class Walk extends SimpleFileVisitor<Path> {

            private final Path named;
            private final Path start;
            private final Set<Path> found;

            Walk(Path named, Set<Path> found) throws IOException {
                this.named = named;
                this.start = named.toRealPath();
                this.found = found;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !OutputFile.isTemporary(file) && isPdf(file)) {
                    found.add(start.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
                Path input = named.resolve(start.relativize(path));
                boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
                fail(input, folder ? new FolderUnreadable(input) : new DocumentUnreadable(input));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
                if (e != null) {
                    Path input = named.resolve(start.relativize(folder));
                    fail(input, new FolderUnreadable(input));
                }
                return FileVisitResult.CONTINUE;
            }
        }

        private static boolean isPdf(Path file) {
            return file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf") || startsLikePdf(file);
        }

        private static boolean startsLikePdf(Path file) {
            byte[] header = "%PDF-".getBytes(StandardCharsets.US_ASCII);
            try (InputStream in = Files.newInputStream(file)) {
                return Arrays.equals(in.readNBytes(header.length), header);
            } catch (IOException unreadable) {
                return false;
            }
        }
    }
}
