// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import cat.segell.card.pcsc.Atr;
import cat.segell.problem.BrokenAt;
import cat.segell.text.Language;
import java.net.URI;
import java.util.Optional;

/** The small values in the file of the catalogue, each in its form or not at all. */
final class CatalogueValues {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,39}";
    private static final String OID = "[0-2](?:\\.(?:0|[1-9][0-9]{0,9})){1,20}";

    private CatalogueValues() {}

    static AtrPattern pattern(JsonPlace place, Evidence card) throws BrokenAt {
        Atr value = atr(place.get("value"));
        Optional<JsonPlace> given = place.maybe("mask");
        Atr mask = given.isPresent()
                ? atr(given.get())
                : new Atr("FF".repeat(value.hex().length() / 2));
        Evidence evidence = new Evidence(confirmed(place), text(place, "source").orElse(card.source()));
        return place.made(() -> new AtrPattern(value, mask, evidence));
    }

    static Atr atr(JsonPlace place) throws BrokenAt {
        String text = place.text();
        return place.made(() -> new Atr(text));
    }

    static ModulePath modulePath(OperatingSystem system, JsonPlace place) throws BrokenAt {
        String path = place.get("path").text();
        Optional<JsonPlace> given = place.maybe("bits");
        int bits = given.isPresent() ? given.get().number() : 64;
        boolean confirmed = confirmed(place);
        return place.made(() -> new ModulePath(system, path, confirmed, bits));
    }

    static String oid(JsonPlace place) throws BrokenAt {
        place.demand(place.text().matches(OID));
        return place.text();
    }

    static Words words(JsonPlace place) throws BrokenAt {
        return new Words(
                place.get(Language.CA.tag()).text(),
                place.get(Language.ES.tag()).text(),
                place.get(Language.EN.tag()).text());
    }

    static Optional<URI> web(JsonPlace place) throws BrokenAt {
        Optional<JsonPlace> web = place.maybe("web");
        if (web.isEmpty()) {
            return Optional.empty();
        }
        String text = web.get().text();
        URI address = web.get().made(() -> URI.create(text));
        web.get()
                .demand("https".equals(address.getScheme())
                        && address.getHost() != null
                        && address.getUserInfo() == null);
        return Optional.of(address);
    }

    static Evidence evidence(JsonPlace place) throws BrokenAt {
        return new Evidence(confirmed(place), place.get("source").text());
    }

    /** Unless it says otherwise. */
    static boolean confirmed(JsonPlace place) throws BrokenAt {
        Optional<JsonPlace> confirmed = place.maybe("confirmed");
        return confirmed.isEmpty() || confirmed.get().yes();
    }

    /** Unless it says so, no. */
    static boolean yes(JsonPlace place, String name) throws BrokenAt {
        Optional<JsonPlace> child = place.maybe(name);
        return child.isPresent() && child.get().yes();
    }

    static Optional<String> text(JsonPlace place, String name) throws BrokenAt {
        Optional<JsonPlace> child = place.maybe(name);
        return child.isPresent() ? Optional.of(child.get().text()) : Optional.empty();
    }

    static String id(JsonPlace place) throws BrokenAt {
        place.demand(place.text().matches(ID));
        return place.text();
    }
}
