// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.keys;

import cat.segell.certificate.CertificateFacts;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A certificate's holder in one line. */
public final class Holder {

    private Holder() {}

    /** "Maria Prova Exemple, Secretària, Ajuntament de Pràctiques". */
    public static String line(CertificateFacts facts) {
        return Stream.of(Optional.of(facts.holder()), facts.position(), facts.organisation())
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
