// SPDX-License-Identifier: EUPL-1.2
package cat.segell.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What is signed, and beside whom. */
enum BatchCase {
    ONE("one small, key file", 1, 7),
    SMALL_200("200 of 50 to 100 kB", 200, 5),
    SMALL_800("800 of 50 to 100 kB", 800, 3),
    MEDIUM_20("20 of 5 MB", 20, 3),
    PAGES_5000("5,000 pages", 1, 3),
    BIG_100("100 MB", 1, 3),
    BIG_500("500 MB", 1, 3),
    JOURNAL("200 small, journal", 200, 5),
    SLOW_CARD("30 small, slow card", 30, 1);

    /** Of the practice key that is as slow as one on a server. */
    static final double SECONDS_OF_A_SLOW_SIGNATURE = 0.3;

    private static final int PAGES_OF_A_DECREE = 2;

    private final String title;
    private final int documents;
    private final int rounds;

    BatchCase(String title, int documents, int rounds) {
        this.title = title;
        this.documents = documents;
        this.rounds = rounds;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    int count() {
        return documents;
    }

    int rounds() {
        return rounds;
    }

    List<BatchLoop> beside() {
        return switch (this) {
            case SMALL_200, MEDIUM_20, PAGES_5000 -> List.of(BatchLoop.PLAIN_DSS, BatchLoop.FLOOR);
            case SMALL_800 -> List.of(BatchLoop.FLOOR);
            case BIG_100 -> List.of(BatchLoop.PLAIN_DSS, BatchLoop.COPY_AND_HASH);
            case BIG_500 -> List.of(BatchLoop.COPY_AND_HASH);
            case ONE -> List.of(BatchLoop.PLAIN_DSS_KEY_FILE);
            case JOURNAL, SLOW_CARD -> List.of();
        };
    }

    /** @return the folder, with the documents in it */
    Path lay(Path folder) throws IOException {
        for (int number = 0; number < documents; number++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "document-%04d.pdf", number));
            switch (this) {
                case ONE, SMALL_200, SMALL_800, JOURNAL, SLOW_CARD ->
                    BenchPdf.decree(file, PAGES_OF_A_DECREE + number % 7);
                case PAGES_5000 -> BenchPdf.decree(file, 5_000);
                case MEDIUM_20 -> binary(file, 5 << 20);
                case BIG_100 -> binary(file, 100L << 20);
                case BIG_500 -> binary(file, 500L << 20);
            }
        }
        return folder;
    }

    /** One page with an attachment of so many bytes that don't compress: written without holding them. */
    private static void binary(Path file, long bytes) throws IOException {
        List<Long> places = new ArrayList<>();
        try (Counting out = new Counting(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            out.text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
            List<String> objects = List.of(
                    "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(plan.bin) 5 0 R] >> >> >>",
                    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>");
            for (String object : objects) {
                places.add(out.count);
                out.text(places.size() + " 0 obj\n" + object + "\nendobj\n");
            }
            places.add(out.count);
            out.text("4 0 obj\n<< /Type /EmbeddedFile /Length " + bytes + " >>\nstream\n");
            noise(out, bytes);
            out.text("\nendstream\nendobj\n");
            places.add(out.count);
            out.text("5 0 obj\n<< /Type /Filespec /F (plan.bin) /UF (plan.bin) /EF << /F 4 0 R >> >>\nendobj\n");
            long table = out.count;
            out.text("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
            for (long place : places) {
                out.text(String.format(Locale.ROOT, "%010d 00000 n \n", place));
            }
            out.text("trailer\n<< /Size " + (places.size() + 1)
                    + " /Root 1 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\nstartxref\n"
                    + table + "\n%%EOF\n");
        }
    }

    private static void noise(OutputStream out, long bytes) throws IOException {
        byte[] noise = new byte[1 << 16];
        Random random = new Random(1);
        for (long left = bytes; left > 0; left -= noise.length) {
            random.nextBytes(noise);
            out.write(noise, 0, (int) Math.min(left, noise.length));
        }
    }

    private static final class Counting extends OutputStream {

        private final OutputStream out;
        private long count;

        Counting(OutputStream out) {
            this.out = out;
        }

        void text(String text) throws IOException {
            write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
