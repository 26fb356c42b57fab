// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** A file of ours and how far its SHA-256 is: what is laid behind it is hashed alone, and nothing is read twice. */
public final class HashedFile {

    private final Path file;
    private final long size;
    private final MessageDigest sha256;

    HashedFile(Path file, long size, MessageDigest sha256) {
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
    }

    /** Reads it once. */
    public static HashedFile of(Path file) throws IOException {
        MessageDigest sha256 = DigestAlgorithm.SHA256.newDigest();
        long size = read(file, sha256);
        return new HashedFile(file, size, sha256);
    }

    private static long read(Path file, MessageDigest digest) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    public Path file() {
        return file;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public Digest sha256() {
        return new Digest(DigestAlgorithm.SHA256, begun().digest());
    }

    /** @return as it is when all of the content went in: for whoever hashes more behind it */
    public MessageDigest begun(DigestAlgorithm algorithm) throws IOException {
        if (algorithm == DigestAlgorithm.SHA256) {
            return begun();
        }
        MessageDigest digest = algorithm.newDigest();
        read(file, digest);
        return digest;
    }

    private MessageDigest begun() {
        try {
            return (MessageDigest) sha256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own can", e);
        }
    }

    /**
     * Lays more behind it, in the file itself.
     *
     * @throws IOException then the file is as it was, as far as its disk lets it
     */
    public HashedFile append(byte[] more) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            try {
                write(channel, ByteBuffer.wrap(more));
            } catch (IOException e) {
                channel.truncate(size);
                throw e;
            }
        }
        MessageDigest longer = begun();
        longer.update(more);
        return new HashedFile(file, size + more.length, longer);
    }

    private void write(FileChannel channel, ByteBuffer more) throws IOException {
        while (more.hasRemaining()) {
            channel.write(more, size + more.position());
        }
    }
}
