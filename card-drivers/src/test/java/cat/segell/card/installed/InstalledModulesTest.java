// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.installed;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.OperatingSystem;
import cat.segell.card.installed.KnownModule.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledModulesTest {

    @TempDir
    Path root;

    private Path touch(String place) throws IOException {
        Path file = root.resolve(place);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, "");
    }

    private List<KnownModule> found(OperatingSystem system, boolean search, KnownModule... set) {
        Machine machine = new Machine(system, "amd64", Map.of(), Optional.of(root));
        return new InstalledModules(machine, Catalogue.bundled(), List.of(set), search).find();
    }

    @Test
    void listsEachFileOnceUnderTheFirstReason() throws IOException {
        Path real = touch("usr/lib/x86_64-linux-gnu/opensc-pkcs11.so");
        Files.createDirectories(root.resolve("usr/lib/x86_64-linux-gnu/pkcs11"));
        Path link = Files.createSymbolicLink(root.resolve("usr/lib/x86_64-linux-gnu/pkcs11/opensc-pkcs11.so"), real);
        Files.createDirectories(root.resolve("usr/share/p11-kit/modules"));
        Files.writeString(root.resolve("usr/share/p11-kit/modules/opensc.module"), "module: opensc-pkcs11.so");
        Path bit4id = touch("usr/lib/bit4id/libbit4xpki.so");
        assertThat(found(OperatingSystem.LINUX, true))
                .containsExactly(
                        new KnownModule(link, Reason.P11_KIT, Optional.of("opensc")),
                        new KnownModule(bit4id, Reason.CATALOGUE, Optional.of("bit4id")));
        KnownModule set = new KnownModule(real, Reason.POLICY, Optional.empty());
        assertThat(found(OperatingSystem.LINUX, true, set))
                .containsExactly(
                        new KnownModule(real, Reason.POLICY, Optional.of("opensc")),
                        new KnownModule(bit4id, Reason.CATALOGUE, Optional.of("bit4id")));
        assertThat(found(OperatingSystem.LINUX, false, set)).hasSize(1);
    }

    @Test
    void neverTakesByItselfWhatHidesTheSignatureKeyOrWritesPinsDown() throws IOException {
        Files.createDirectories(root.resolve("usr/share/p11-kit/modules"));
        Files.createDirectories(root.resolve("usr/lib/pkcs11"));
        for (String name : List.of("onepin-opensc-pkcs11", "pkcs11-spy", "p11-kit-proxy", "p11-kit-trust")) {
            touch("usr/lib/pkcs11/" + name + ".so");
            Files.writeString(root.resolve("usr/share/p11-kit/modules/" + name + ".module"), "module: " + name + ".so");
        }
        Path spy = root.resolve("usr/lib/pkcs11/pkcs11-spy.so");
        Files.createSymbolicLink(root.resolve("usr/lib/opensc-pkcs11.so"), spy);
        assertThat(found(OperatingSystem.LINUX, true)).isEmpty();
    }

    @Test
    void keepsWhatSomebodySetAlthoughItIsNotThere() {
        KnownModule set = KnownModule.set(root.resolve("absent.so"));
        assertThat(found(OperatingSystem.LINUX, true, set)).containsExactly(set);
    }

    @Test
    void otherSystemsHaveNoRegistry() throws IOException {
        Files.createDirectories(root.resolve("usr/share/p11-kit/modules"));
        Files.writeString(root.resolve("usr/share/p11-kit/modules/a.module"), "module: /usr/lib/a.so");
        touch("usr/lib/a.so");
        assertThat(found(OperatingSystem.MACOS, true)).isEmpty();
        Path opensc = touch("Library/OpenSC/lib/opensc-pkcs11.so");
        assertThat(found(OperatingSystem.MACOS, true))
                .containsExactly(new KnownModule(opensc, Reason.CATALOGUE, Optional.of("opensc")));
    }
}
