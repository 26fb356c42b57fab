// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import cat.segell.problem.DocumentProblem.DigestDiffers;
import cat.segell.problem.DocumentProblem.DocumentChanged;
import cat.segell.problem.DocumentProblem.DocumentEmpty;
import cat.segell.problem.DocumentProblem.DocumentMissing;
import cat.segell.problem.DocumentProblem.DocumentUnreadable;
import cat.segell.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * A document as it was when it was read, once, into a private copy. Preview, digest and signature use that copy: what was
 * shown is what is signed, whatever happens to the source meanwhile.
 */
public final class DocumentFile implements AutoCloseable {

    private final Path source;
    private final WorkFolder work;
    private final HashedFile content;
    private final Optional<Digest> supplied;
    private volatile boolean givenAway;

    private DocumentFile(Path source, WorkFolder work, HashedFile content, Optional<Digest> supplied) {
        this.source = source;
        this.work = work;
        this.content = content;
        this.supplied = supplied;
    }

    /**
     * @param work a folder of ours that nobody else can read
     * @throws ProblemException a {@code DocumentProblem} or {@code FILE-IS-FOLDER}
     */
    public static DocumentFile read(Path source, WorkFolder work) throws ProblemException {
        if (!Files.exists(source)) {
            throw new ProblemException(new DocumentMissing(source));
        }
        SingleFile.demand(source);
        if (!Files.isRegularFile(source)) {
            throw new ProblemException(new DocumentUnreadable(source));
        }
        Path copy = work.newFile();
        MessageDigest sha256 = DigestAlgorithm.SHA256.newDigest();
        long size;
        try (InputStream in = open(source)) {
            size = copy(in, source, copy, sha256, work);
        } catch (IOException e) {
            throw new ProblemException(new DocumentUnreadable(source), e);
        }
        HashedFile content = new HashedFile(copy, size, sha256);
        if (content.size() == 0) {
            WorkFolder.delete(copy);
            throw new ProblemException(new DocumentEmpty(source));
        }
        return new DocumentFile(source, work, content, Optional.empty());
    }

    /**
     * One of which nothing but a digest is known: its private copy is empty.
     *
     * @param source what it is called; where it is there, it has to be what the digest is of
     * @throws ProblemException {@code DIGEST-DIFFERS}, or a {@code DocumentProblem} where what is there can't be read
     */
    public static DocumentFile ofDigest(Path source, Digest digest, WorkFolder work) throws ProblemException {
        if (Files.exists(source)) {
            SingleFile.demand(source);
            guardDigest(source, digest);
        }
        HashedFile nothing = new HashedFile(work.newFile(), 0, DigestAlgorithm.SHA256.newDigest());
        return new DocumentFile(source, work, nothing, Optional.of(digest));
    }

    private static void guardDigest(Path source, Digest digest) throws ProblemException {
        try (InputStream in = open(source)) {
            Digest own = digest.algorithm().of(in);
            if (!own.equals(digest)) {
                throw new ProblemException(new DigestDiffers(source, own.toString()));
            }
        } catch (IOException e) {
            throw new ProblemException(new DocumentUnreadable(source), e);
        }
    }

    /**
     * What was made of it, told under its name. Not closed: the work folder's end is its end.
     *
     * @param content in the same work folder; nobody writes to it any more
     */
    public DocumentFile became(Path content) throws ProblemException {
        try {
            return new DocumentFile(source, work, HashedFile.of(content), Optional.empty());
        } catch (IOException e) {
            throw new ProblemException(new DocumentUnreadable(source), e);
        }
    }

    private static InputStream open(Path source) throws ProblemException {
        try {
            return Files.newInputStream(source);
        } catch (IOException e) {
            throw new ProblemException(new DocumentUnreadable(source), e);
        }
    }

    /** @return how many bytes; so many are in the copy, or it fails */
    private static long copy(InputStream in, Path source, Path copy, MessageDigest sha256, WorkFolder work)
            throws ProblemException {
        try {
            long copied;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(copy), sha256)) {
                copied = copy(in, out, source);
            }
            if (Files.size(copy) != copied) {
                throw new IOException("the copy is shorter or longer than what was read");
            }
            return copied;
        } catch (IOException e) {
            throw work.unwritable(e);
        }
    }

    private static long copy(InputStream in, OutputStream out, Path source) throws ProblemException, IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        while (true) {
            int read;
            try {
                read = in.read(buffer);
            } catch (IOException e) {
                throw new ProblemException(new DocumentUnreadable(source), e);
            }
            if (read < 0) {
                return copied;
            }
            out.write(buffer, 0, read);
            copied += read;
        }
    }

    /** Where it came from: for names and messages, never to be read again for content. */
    public Path source() {
        return source;
    }

    /** Where the private copy lies: room for whatever else is made on the way. */
    public WorkFolder work() {
        return work;
    }

    /** The private copy. */
    public Path copy() {
        return content().file();
    }

    /** The private copy, and how far its digest is. */
    public HashedFile content() {
        if (givenAway) {
            throw new IllegalStateException("became another document: " + source);
        }
        return content;
    }

    /** The private copy becomes what is made of it: who asks for it later made a mistake. */
    public void giveAway() {
        givenAway = true;
    }

    /** What stands for the content where nobody has that. */
    public Optional<Digest> supplied() {
        return supplied;
    }

    /** Of the private copy's content. */
    public Digest sha256() {
        return content.sha256();
    }

    /** @throws ProblemException {@code DOCUMENT-CHANGED} when the source isn't any more what was read from it */
    public void guardUnchanged() throws ProblemException {
        if (supplied.isPresent()) {
            return;
        }
        try (InputStream in = Files.newInputStream(source)) {
            if (!DigestAlgorithm.SHA256.of(in).equals(sha256())) {
                throw new ProblemException(new DocumentChanged(source));
            }
        } catch (IOException e) {
            throw new ProblemException(new DocumentChanged(source), e);
        }
    }

    /** In bytes. */
    public long size() {
        return content.size();
    }

    /** Deletes the private copy, or what became of it. */
    @Override
    public void close() {
        WorkFolder.delete(content.file());
    }
}
