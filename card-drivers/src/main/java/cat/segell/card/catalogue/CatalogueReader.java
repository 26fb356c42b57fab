// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import cat.segell.problem.BrokenAt;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.CatalogueBroken;
import cat.segell.problem.SettingProblem.CatalogueFormatUnknown;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The file of the catalogue, read whole or not at all. */
final class CatalogueReader {

    /** Twenty times what ours has. */
    static final int LARGEST = 1 << 20;

    private static final String KIND = "segell-card-catalogue";

    /** What this version understands; fields may be added without a new one. */
    private static final int FORMAT = 1;

    /** The text that marks what isn't confirmed. */
    private static final String GUESS = "unconfirmed";

    /** The same behind whole sentences. */
    private static final String GUESSED_WAY = "unconfirmed-way";

    private final Map<String, Words> texts;

    private CatalogueReader(Map<String, Words> texts) {
        this.texts = texts;
    }

    /**
     * @param file for messages
     * @throws ProblemException {@code CATALOGUE-BROKEN} with the place, {@code CATALOGUE-FORMAT-UNKNOWN}
     */
    static Catalogue read(Path file, byte[] bytes) throws ProblemException {
        try {
            if (bytes.length > LARGEST) {
                throw new BrokenAt(LARGEST / 1024 + " KiB");
            }
            JsonPlace root = JsonPlace.root(bytes);
            root.get("kind").demand(root.get("kind").text().equals(KIND));
            int format = root.get("format").number();
            if (format != FORMAT) {
                throw new ProblemException(new CatalogueFormatUnknown(file, format));
            }
            return new CatalogueReader(root.get("texts").map(CatalogueValues::words)).catalogue(root);
        } catch (BrokenAt e) {
            throw new ProblemException(new CatalogueBroken(file, e.where()), e);
        }
    }

    private Catalogue catalogue(JsonPlace root) throws BrokenAt {
        JsonPlace date = root.get("date");
        String day = date.text();
        List<Issuer> issuers = root.get("issuers").list(this::issuer);
        List<Middleware> middleware = root.get("middleware").list(this::middleware);
        List<CardModel> cards = root.get("cards").list(this::card);
        demandNamesOnce(root.get("issuers"), issuers, Issuer::id);
        demandNamesOnce(root.get("middleware"), middleware, Middleware::id);
        demandNamesOnce(root.get("cards"), cards, CardModel::id);
        root.get("issuers").demand(issuers.stream().anyMatch(each -> each.id().equals(Issuer.OTHER)));
        Catalogue catalogue = new Catalogue(
                root.get("version").number(), date.made(() -> LocalDate.parse(day)), cards, middleware, issuers);
        for (CardModel card : cards) {
            JsonPlace place = new JsonPlace(root.node(), "cards." + card.id());
            place.demand(catalogue.middleware(card).size() == card.middleware().size());
            place.demand(card.content().stream()
                    .flatMap(each -> each.drivers().stream())
                    .allMatch(id -> catalogue.middleware(id).isPresent()));
            place.demand(card.issuer().isEmpty()
                    || catalogue.issuer(card.issuer().get()).isPresent());
        }
        return catalogue;
    }

    private static <T> void demandNamesOnce(JsonPlace place, List<T> all, Function<T, String> id) throws BrokenAt {
        place.demand(all.stream().map(id).distinct().count() == all.size());
    }

    private CardModel card(JsonPlace place) throws BrokenAt {
        return new CardModel(
                CatalogueValues.id(place.get("id")),
                guessed(place, CatalogueValues.words(place.get("name"))),
                place.get("country").text(),
                CatalogueValues.text(place, "generation"),
                place.get("atrs").list(atr -> CatalogueValues.pattern(atr, CatalogueValues.evidence(place))),
                place.get("middleware").list(CatalogueValues::id),
                CatalogueValues.text(place, "issuer"),
                note(place),
                content(place),
                new CardModel.Pins(told(place, "pinEachSignature"), told(place, "pukOfOfficer")),
                CatalogueValues.yes(place, "closed"),
                CatalogueValues.evidence(place));
    }

    private Optional<Words> note(JsonPlace place) throws BrokenAt {
        Optional<JsonPlace> note = place.maybe("note");
        return note.isPresent() ? Optional.of(named(note.get())) : Optional.empty();
    }

    /** Something that is so, with who says it. */
    private static Optional<Evidence> told(JsonPlace place, String name) throws BrokenAt {
        Optional<JsonPlace> told = place.maybe(name);
        return told.isPresent() ? Optional.of(CatalogueValues.evidence(told.get())) : Optional.empty();
    }

    private static Optional<CardModel.Content> content(JsonPlace place) throws BrokenAt {
        Optional<JsonPlace> content = place.maybe("content");
        if (content.isEmpty()) {
            return Optional.empty();
        }
        JsonPlace told = content.get();
        return Optional.of(new CardModel.Content(
                told.get("policies").list(CatalogueValues::oid),
                day(told, "from"),
                day(told, "before"),
                list(told, "labels", JsonPlace::text),
                list(told, "drivers", CatalogueValues::id),
                CatalogueValues.yes(told, "withdrawn")));
    }

    private static Optional<LocalDate> day(JsonPlace place, String name) throws BrokenAt {
        Optional<JsonPlace> day = place.maybe(name);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        String text = day.get().text();
        return Optional.of(day.get().made(() -> LocalDate.parse(text)));
    }

    private static <T> List<T> list(JsonPlace place, String name, JsonPlace.Element<T> each) throws BrokenAt {
        Optional<JsonPlace> list = place.maybe(name);
        return list.isPresent() ? list.get().list(each) : List.of();
    }

    private Middleware middleware(JsonPlace place) throws BrokenAt {
        String name = place.get("name").text();
        String vendor = place.get("vendor").text();
        List<ModulePath> modules = new ArrayList<>();
        Map<OperatingSystem, Install> install = new EnumMap<>(OperatingSystem.class);
        for (OperatingSystem system : OperatingSystem.values()) {
            Optional<JsonPlace> paths = place.get("modules").maybe(system.word());
            if (paths.isPresent()) {
                modules.addAll(paths.get().list(path -> CatalogueValues.modulePath(system, path)));
            }
            Optional<JsonPlace> steps = place.get("install").maybe(system.word());
            if (steps.isPresent()) {
                install.put(system, install(place, steps.get(), name, vendor, system));
            }
        }
        return new Middleware(
                CatalogueValues.id(place.get("id")),
                name,
                vendor,
                CatalogueValues.web(place),
                modules,
                install,
                CatalogueValues.evidence(place));
    }

    private Install install(JsonPlace middleware, JsonPlace place, String name, String vendor, OperatingSystem system)
            throws BrokenAt {
        Optional<JsonPlace> commands = place.maybe("commands");
        Words steps = named(place.get("steps"))
                .with("name", name)
                .with("vendor", vendor)
                .with("system", system.label());
        return new Install(
                guessed(middleware, steps),
                commands.isPresent() ? commands.get().map(JsonPlace::text) : Map.of(),
                CatalogueValues.web(middleware));
    }

    private Issuer issuer(JsonPlace place) throws BrokenAt {
        return new Issuer(
                CatalogueValues.id(place.get("id")),
                place.get("name").text(),
                place.get("country").text(),
                place.get("policies").list(CatalogueValues::oid),
                new Issuer.Routes(
                        route(place.get("unblock")),
                        route(place.get("pukLocked")),
                        route(place.get("changePin")),
                        route(place.get("renew"))));
    }

    private Route route(JsonPlace place) throws BrokenAt {
        return new Route(guessed(place, named(place.get("steps")), GUESSED_WAY), CatalogueValues.web(place));
    }

    /** What isn't confirmed says so itself, wherever it is shown. */
    private Words guessed(JsonPlace place, Words words) throws BrokenAt {
        return guessed(place, words, GUESS);
    }

    private Words guessed(JsonPlace place, Words words, String mark) throws BrokenAt {
        if (CatalogueValues.confirmed(place)) {
            return words;
        }
        Words guess = texts.get(mark);
        if (guess == null) {
            throw new BrokenAt("texts." + mark);
        }
        return guess.with("words", words);
    }

    /** A text by its name among the texts. */
    private Words named(JsonPlace place) throws BrokenAt {
        Words words = texts.get(place.text());
        if (words == null) {
            throw new BrokenAt(place.where());
        }
        return words;
    }
}
