// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.settings;

import cat.segell.network.HttpAddress;
import cat.segell.problem.BrokenAt;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.ServicesBroken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The services of an office, as data: in a file of its own, or in one that comes with the program. No password stands in it.
 *
 * @param timestamps authorities, asked in this order where {@code tsa} names none
 */
public record ServiceProfile(List<TimestampService> timestamps) {

    /** What a profile that comes with the program is called; everything else is a file. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    public ServiceProfile {
        timestamps = List.copyOf(timestamps);
    }

    /**
     * @param word as it is set
     * @throws ProblemException {@code SERVICES-BROKEN} with the place
     */
    static ServiceProfile read(String word) throws ProblemException {
        try {
            return NAME.matcher(word).matches() ? shipped(word) : file(Path.of(word));
        } catch (BrokenAt e) {
            throw new ProblemException(new ServicesBroken(word, e.where()), e);
        } catch (IOException | InvalidPathException e) {
            throw new ProblemException(new ServicesBroken(word, "-"), e);
        }
    }

    private static ServiceProfile shipped(String name) throws IOException, BrokenAt {
        try (InputStream in = ServiceProfile.class.getResourceAsStream("services-" + name + ".json")) {
            if (in == null) {
                throw new IOException("no profile of this name");
            }
            return of(in.readAllBytes(), Path.of("").toAbsolutePath());
        }
    }

    private static ServiceProfile file(Path file) throws IOException, BrokenAt {
        return of(Files.readAllBytes(file), file.toAbsolutePath().resolveSibling(""));
    }

    private static ServiceProfile of(byte[] content, Path folder) throws BrokenAt {
        Map<String, Object> object = SettingsJson.object(content);
        List<TimestampService> timestamps = new ArrayList<>();
        for (Map.Entry<String, Object> entry : object.entrySet()) {
            switch (entry.getKey()) {
                // For whoever reads the file.
                case "name", "note" -> text(entry.getValue(), entry.getKey());
                case "timestamps" -> timestamps.addAll(timestamps(entry.getValue(), folder));
                default -> throw new BrokenAt(entry.getKey());
            }
        }
        return new ServiceProfile(timestamps);
    }

    private static List<TimestampService> timestamps(Object value, Path folder) throws BrokenAt {
        if (!(value instanceof List<?> list)) {
            throw new BrokenAt("timestamps");
        }
        List<TimestampService> services = new ArrayList<>();
        for (Object each : list) {
            services.add(TimestampService.of(each, "timestamps[" + services.size() + "]", folder));
        }
        return services;
    }

    static String text(Object value, String where) throws BrokenAt {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new BrokenAt(where);
    }

    /** In the order in which they are asked. */
    public List<String> addresses() {
        return timestamps.stream().map(TimestampService::address).toList();
    }

    /** What is agreed on with the authority of this address, where anything is. */
    public Optional<TimestampService> timestamp(URI address) {
        return timestamps.stream()
                .filter(service -> HttpAddress.same(URI.create(service.address()), address))
                .findFirst();
    }
}
