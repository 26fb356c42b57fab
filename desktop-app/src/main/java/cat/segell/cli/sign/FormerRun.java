// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.batch.BatchDocument;
import cat.segell.document.DocumentKind;
import cat.segell.document.NameEnding;
import cat.segell.document.OutputName;
import cat.segell.signature.SignatureForm;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies already where a batch would put its first choice of names: whoever repeats a command by mistake is told before the
 * PIN. By the names alone, before anything is read: whether it is this very document that was signed there, nobody says.
 *
 * @param form absent where each document gets what fits it
 */
record FormerRun(Optional<Path> output, Optional<SignatureForm> form) {

    static FormerRun of(SignOrder order) {
        return new FormerRun(order.output(), order.profile().form());
    }

    /** The files, in the order of the documents. Of what is signed already it is said otherwise that it is. */
    List<Path> files(List<BatchDocument> documents) {
        return documents.stream()
                .filter(document -> !document.again() && !OutputName.isSigned(document.input()))
                .map(this::place)
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private Path place(BatchDocument document) {
        Path input = document.input();
        return OutputName.signed(input, document.below(), output, ending(input)).candidate(1);
    }

    private NameEnding ending(Path input) {
        return form.or(() -> Stream.of(input)
                        .filter(FormerRun::isPdf)
                        .map(_ -> SignatureForm.PADES)
                        .findFirst())
                .orElse(SignatureForm.ASIC_E)
                .ending();
    }

    /** A pipe that is named isn't read for it. */
    static boolean isPdf(Path file) {
        return Files.isRegularFile(file) && DocumentKind.isPdf(file, file);
    }
}
