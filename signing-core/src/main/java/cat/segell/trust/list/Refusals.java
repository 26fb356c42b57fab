// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import cat.segell.document.PrivateFolder;
import cat.segell.problem.ListProblem;
import cat.segell.problem.ListProblem.ListAddressRefused;
import cat.segell.problem.ListProblem.ListBroken;
import cat.segell.problem.ListProblem.ListExpired;
import cat.segell.problem.ListProblem.ListOlder;
import cat.segell.problem.ListProblem.ListPrivate;
import cat.segell.problem.ListProblem.ListSignatureWrong;
import cat.segell.problem.ListProblem.ListTooLarge;
import cat.segell.problem.ListProblem.ListUnreachable;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** What the last update didn't take and why, so that it can be told until the next one. When the file was written is when that was. */
final class Refusals {

    private static final String FILE = "refused.properties";
    private static final String NOTICE = "notice";
    private static final String SEE = "see ";
    private static final String ADDRESS = "LIST-ADDRESS-REFUSED";

    private final Properties lines = new Properties();

    static Refusals read(Path folder) {
        Refusals refusals = new Refusals();
        try (Reader in = Files.newBufferedReader(folder.resolve(FILE))) {
            refusals.lines.load(in);
        } catch (IOException | IllegalArgumentException none) {
            refusals.lines.clear();
        }
        return refusals;
    }

    /** When lists were last asked for, whatever came of it. */
    static Optional<Instant> attempted(Path folder) {
        try {
            return Optional.of(Files.getLastModifiedTime(folder.resolve(FILE)).toInstant());
        } catch (IOException never) {
            return Optional.empty();
        }
    }

    /** @throws ProblemException {@code HOME-UNWRITABLE} */
    void write(Path folder) throws ProblemException {
        try {
            StringWriter out = new StringWriter();
            lines.store(out, null);
            PrivateFolder.at(folder).replace(FILE, out.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(folder), e);
        }
    }

    /** A newer notice, in a list of lists that wasn't taken. */
    void announced(String notice) {
        lines.setProperty(NOTICE, notice);
    }

    Optional<String> announced() {
        return Optional.ofNullable(lines.getProperty(NOTICE));
    }

    void put(String address, ListProblem why) {
        String more = switch (why) {
            case ListExpired(URI _, Instant nextUpdate) -> " " + nextUpdate;
            case ListOlder(URI _, int sequence, int present) -> " " + sequence + " " + present;
            default -> "";
        };
        lines.setProperty(address, why.code() + more);
    }

    /** Not for what is wrong with it itself: with the list that leads to it. */
    void see(String address, String other, ListProblem why) {
        lines.setProperty(address, SEE + other);
        put(other, why);
    }

    Optional<ListProblem> of(String address) {
        String line = lines.getProperty(address);
        return line != null && line.startsWith(SEE) ? itself(line.substring(SEE.length())) : itself(address);
    }

    private Optional<ListProblem> itself(String address) {
        String line = lines.getProperty(address);
        if (line == null) {
            return Optional.empty();
        }
        if (line.equals(ADDRESS)) {
            // It may be none at all.
            return Optional.of(new ListAddressRefused(address));
        }
        try {
            return of(line.split(" ", -1), address);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<ListProblem> of(String[] words, String address) {
        URI uri = URI.create(address);
        return switch (words[0]) {
            case "LIST-UNREACHABLE" -> Optional.of(new ListUnreachable(uri));
            case "LIST-PRIVATE" -> Optional.of(new ListPrivate(uri));
            case "LIST-TOO-LARGE" -> Optional.of(new ListTooLarge(uri));
            case "LIST-BROKEN" -> Optional.of(new ListBroken(uri));
            case "LIST-SIGNATURE-WRONG" -> Optional.of(new ListSignatureWrong(uri));
            case "LIST-EXPIRED" -> Optional.of(new ListExpired(uri, Instant.parse(words[1])));
            case "LIST-OLDER" ->
                Optional.of(new ListOlder(uri, Integer.parseInt(words[1]), Integer.parseInt(words[2])));
            default -> Optional.empty();
        };
    }
}
