// SPDX-License-Identifier: EUPL-1.2
package cat.segell.document;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file that Segell writes: {@code X-signed.pdf}, and where that exists {@code X-signed-2.pdf} and so on. What
 * is signed once more counts on: {@code X-signed-2.pdf} becomes {@code X-signed-3.pdf}, in another folder too. Where signing
 * makes another kind of file, it is called after the whole name: {@code X.docx-signed.asice}.
 *
 * @param ending with its dot
 * @param first number to try; 1 isn't written
 */
public record OutputName(Path folder, String stem, String ending, int first) {

    /** Ending of receipts (C2SP tlog-proof). */
    public static final String RECEIPT = ".tlog-proof";

    /** Ending of time-stamps in files of their own (EN 319 162-1 names them so in containers). */
    public static final String TIMESTAMP = ".tst";

    private static final String PDF = ".pdf";

    private static final String MARK = "-signed";
    /** Longer numbers are somebody else's: a year and a day, a register entry. */
    private static final Pattern COUNTED =
            Pattern.compile("(.+-signed)(?:-([1-9][0-9]{0,4}))?(\\.[^.]+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern OURS = Pattern.compile(
            ".+-signed(-[1-9][0-9]*)?(-(t|lt|lta)(-[1-9][0-9]*)?)?\\.[^.]+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** With the level that it was extended to before, and its number. */
    private static final Pattern EXTENDED = Pattern.compile(
            "(.+?)(?:-(?:t|lt|lta)(?:-[1-9][0-9]{0,4})?)?(\\.[^.]+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public OutputName(Path folder, String stem, String ending) {
        this(folder, stem, ending, 1);
    }

    /**
     * Of a signed document.
     *
     * @param below the input's path below the folder that was named: kept in the output folder
     * @param output absent means beside the input
     * @param ending one that is added stands behind the input's whole name, so that nobody takes one kind for the other
     */
    public static OutputName signed(Path input, Path below, Optional<Path> output, NameEnding ending) {
        Path place = place(input, below, output);
        Path folder = folder(place);
        String name = String.valueOf(place.getFileName());
        if (!ending.kept()) {
            return new OutputName(folder, name + MARK, ending.text());
        }
        Matcher counted = COUNTED.matcher(name);
        if (counted.matches()) {
            int number = counted.group(2) == null ? 1 : Integer.parseInt(counted.group(2));
            return new OutputName(folder, counted.group(1), counted.group(3), number + 1);
        }
        int dot = name.lastIndexOf('.');
        return dot > 0
                ? new OutputName(folder, name.substring(0, dot) + MARK, name.substring(dot))
                : new OutputName(folder, name + MARK, ending.text());
    }

    /**
     * Of a signed document that was extended: {@code X-signed.pdf} becomes {@code X-signed-lta.pdf}.
     *
     * @param level that it has now
     */
    public static OutputName extended(Path input, Path below, Optional<Path> output, String level) {
        Path place = place(input, below, output);
        Matcher parts = EXTENDED.matcher(String.valueOf(place.getFileName()));
        String mark = "-" + level.toLowerCase(Locale.ROOT);
        return parts.matches()
                ? new OutputName(folder(place), parts.group(1) + mark, parts.group(2))
                : new OutputName(folder(place), place.getFileName() + mark, ".pdf");
    }

    /** Of a document's receipt: {@code X.pdf} has {@code X.pdf.tlog-proof}. */
    public static OutputName receipt(Path file) {
        Path absolute = file.toAbsolutePath();
        return new OutputName(folder(absolute), String.valueOf(absolute.getFileName()), RECEIPT);
    }

    /**
     * Of a document's time-stamp: {@code X.pdf} has {@code X.pdf.tst}.
     *
     * @param below as in {@link #signed}
     * @param output likewise
     */
    public static OutputName timestamp(Path input, Path below, Optional<Path> output) {
        Path place = place(input, below, output);
        return new OutputName(folder(place), String.valueOf(place.getFileName()), TIMESTAMP);
    }

    /** Of a document's copy for reading: {@code X.pdf} has {@code X-copy.pdf}. */
    public static OutputName copy(Path file) {
        Path absolute = file.toAbsolutePath();
        String name = String.valueOf(absolute.getFileName());
        boolean named = name.toLowerCase(Locale.ROOT).endsWith(PDF) && name.length() > PDF.length();
        String stem = named ? name.substring(0, name.length() - PDF.length()) : name;
        return new OutputName(folder(absolute), stem + "-copy", PDF);
    }

    private static Path place(Path input, Path below, Optional<Path> output) {
        if (below.isAbsolute() || below.normalize().startsWith("..")) {
            throw new IllegalArgumentException("not below: " + below);
        }
        return output.map(folder -> folder.resolve(below)).orElse(input).toAbsolutePath();
    }

    private static Path folder(Path place) {
        Path folder = place.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("not a file: " + place);
        }
        return folder;
    }

    /** Whether it is a name that Segell gives to signed documents; others may have given it to anything. */
    public static boolean isSigned(Path file) {
        return OURS.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** Whether this is the name of a receipt, whoever gave it. */
    public static boolean isReceipt(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(RECEIPT);
    }

    /** @param attempt from 1 */
    public Path candidate(int attempt) {
        int number = first + attempt - 1;
        return folder.resolve(stem + (number == 1 ? "" : "-" + number) + ending);
    }
}
