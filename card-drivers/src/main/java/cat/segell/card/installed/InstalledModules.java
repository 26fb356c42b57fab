// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.installed;

import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Middleware;
import cat.segell.card.catalogue.ModulePath;
import cat.segell.card.catalogue.OperatingSystem;
import cat.segell.card.installed.KnownModule.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every module to look at: those that somebody set, then those that registered themselves, then those that lie where the
 * catalogue says. Looked up each time: a driver that is installed while Segell runs is found.
 *
 * @param set by the person or the administrator; may name files that don't exist, which is theirs to hear
 * @param search whether others are looked for
 */
public record InstalledModules(Machine machine, Catalogue catalogue, List<KnownModule> set, boolean search) {

    public InstalledModules {
        set = List.copyOf(set);
    }

    /** Each file once, under the first name and reason that it was found by. */
    public List<KnownModule> find() {
        Map<Path, KnownModule> found = new LinkedHashMap<>();
        set.forEach(each -> add(each.file(), each.why(), found));
        if (search) {
            registered().forEach(file -> addSuited(file, Reason.P11_KIT, found));
            for (Middleware middleware : catalogue.middleware()) {
                for (ModulePath place : middleware.modules(machine.system())) {
                    machine.files(place).forEach(file -> addSuited(file, Reason.CATALOGUE, found));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private List<Path> registered() {
        return machine.system() == OperatingSystem.LINUX ? new P11Kit(machine).modules() : List.of();
    }

    private void addSuited(Path file, Reason why, Map<Path, KnownModule> found) {
        if (!Unsuited.is(file)) {
            add(file, why, found);
        }
    }

    private void add(Path file, Reason why, Map<Path, KnownModule> found) {
        found.putIfAbsent(real(file), new KnownModule(file, why, middleware(file)));
    }

    /** By the name of the file: the same driver may lie elsewhere than expected. */
    private Optional<String> middleware(Path file) {
        String name = String.valueOf(file.getFileName());
        return catalogue.middleware().stream()
                .filter(each -> each.modules(machine.system()).stream().anyMatch(place -> place.isNamed(name)))
                .map(Middleware::id)
                .findFirst();
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException absent) {
            return file.toAbsolutePath().normalize();
        }
    }
}
