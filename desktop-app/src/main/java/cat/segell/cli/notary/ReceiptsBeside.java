// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.notary;

import cat.segell.cli.Out;
import cat.segell.cli.ShellWord;
import cat.segell.document.Digest;
import cat.segell.document.OutputName;
import cat.segell.notary.proof.ReceiptVerifier;
import cat.segell.problem.LedgerProblem.LogUnknown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Receipts that lie where Segell lays them: {@code X.tlog-proof}, and where a document was recorded more than once the next numbers. */
public final class ReceiptsBeside {

    /** Whoever records a document more often than this is not told of all. */
    private static final int MOST = 100;

    private ReceiptsBeside() {}

    /** Up to the first number that is free. */
    static List<Path> at(OutputName place) {
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(place::candidate)
                .takeWhile(Files::isRegularFile)
                .toList();
    }

    /**
     * Those of this document that nobody has named; where none is of it and none was named, whatever bears its name.
     *
     * @param named receipts that are told of anyway
     */
    public static List<Path> unused(Path document, Digest digest, List<Path> named) {
        List<Path> unused = at(OutputName.receipt(document)).stream()
                .filter(receipt -> !named.contains(receipt))
                .toList();
        List<Path> fitting = unused.stream()
                .filter(receipt -> isOf(document, digest, receipt))
                .toList();
        return fitting.isEmpty() && named.isEmpty() ? unused : fitting;
    }

    /**
     * That they lie there, with the command that checks them.
     *
     * @param unused at least one
     * @param shown the document as the person named it
     */
    public static String words(List<Path> unused, String shown, Out out) {
        String options = unused.stream()
                .map(receipt -> Path.of(shown).resolveSibling(receipt.getFileName()))
                .map(receipt -> "--receipt " + ShellWord.of(receipt.toString()))
                .collect(Collectors.joining(" "));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("count", unused.size());
        values.put("segell", out.segell());
        values.put("file", ShellWord.of(shown));
        values.put("receipts", options);
        return out.texts().text("receipt.beside", values);
    }

    /** Whose receipt it is can be told without any log's key; whether it holds can't. */
    private static boolean isOf(Path document, Digest digest, Path receipt) {
        return ReceiptVerifier.NONE
                .verify(document, digest, receipt)
                .problem()
                .filter(LogUnknown.class::isInstance)
                .isPresent();
    }
}
