// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Software that makes cards usable.
 *
 * @param modules its PKCS#11 modules, the best first
 * @param install absent for systems that we know no edition for
 */
public record Middleware(
        String id,
        String name,
        String vendor,
        Optional<URI> web,
        List<ModulePath> modules,
        Map<OperatingSystem, Install> install,
        Evidence evidence) {

    public Middleware {
        modules = List.copyOf(modules);
        install = Map.copyOf(install);
    }

    public List<ModulePath> modules(OperatingSystem system) {
        return modules.stream().filter(each -> each.system() == system).toList();
    }

    public Optional<Install> install(OperatingSystem system) {
        return Optional.ofNullable(install.get(system));
    }
}
