// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.demo;

import java.io.IOException;
import java.nio.file.Path;

/** Three documents of an invented town council, as real ones look. */
public final class SampleDocuments {

    private SampleDocuments() {}

    /** One page, with the accents that Catalan has. */
    public static void resolution(Path file) throws IOException {
        try (Paper paper = new Paper("Resolució d'Alcaldia 2026/0142", "Expedient 2026/0142")) {
            Resolution.write(paper);
            paper.save(file);
        }
    }

    /** Forty pages with charts and pictures. */
    public static void report(Path file) throws IOException {
        try (Paper paper = new Paper("Memòria anual d'activitat 2025", "Memòria anual 2025")) {
            Report.write(paper);
            paper.save(file);
        }
    }

    /** Two pages, made to be signed by two people. */
    public static void agreement(Path file) throws IOException {
        try (Paper paper = new Paper("Conveni de cessió d'espais", "Expedient 2026/0097")) {
            Agreement.write(paper);
            paper.save(file);
        }
    }
}
