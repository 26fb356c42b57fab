// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.cards;

import cat.segell.card.catalogue.CardModel;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.catalogue.Issuer;
import cat.segell.card.pcsc.Reader;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.token.TokenInSlot;
import cat.segell.certificate.CertificateReader;
import cat.segell.problem.Problem;
import cat.segell.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What readers hold, in a person's words. */
record ReaderWords(Messages texts, Catalogue catalogue) {

    String state(Reader reader) {
        return state(reader, List.of(), List.of());
    }

    /**
     * @param models what it is by what is on it
     * @param tokens that drivers see in it: of a card of no kind that is known, its certificates tell whose it is
     */
    String state(Reader reader, List<CardModel> models, List<TokenInSlot> tokens) {
        String card = new CardWords(texts, catalogue)
                .names(models)
                .or(() -> reader.atr()
                        .flatMap(atr -> issuer(tokens)
                                .map(name -> texts.text("cards.of-issuer", Map.of("issuer", name, "atr", atr.hex())))))
                .orElseGet(() -> card(reader));
        return texts.text("cards.state." + reader.state().word(), "card", card);
    }

    private Optional<String> issuer(List<TokenInSlot> tokens) {
        List<String> policies = tokens.stream()
                .flatMap(token -> token.credentials().stream())
                .flatMap(key -> CertificateReader.policies(key.certificate()).stream())
                .toList();
        return catalogue.known(policies).map(Issuer::name);
    }

    private String card(Reader reader) {
        return reader.atr().map(new CardWords(texts, catalogue)::names).orElseGet(() -> texts.text("cards.silent"));
    }

    /** What is different now, a line each. */
    List<String> news(ReadersSnapshot before, ReadersSnapshot now) {
        List<String> news = new ArrayList<>();
        for (Reader reader : before.readers()) {
            // Where they can't be asked, nobody knows which of them are there.
            if (find(now, reader.name()).isEmpty() && now.obstacle().isEmpty()) {
                news.add(texts.text("cards.event.reader.out", "reader", reader.name()));
            }
        }
        for (Reader reader : now.readers()) {
            Optional<Reader> known = find(before, reader.name());
            if (known.isEmpty()) {
                news.add(texts.text("cards.event.reader.in", "reader", reader.name()));
            }
            if (known.map(each -> !each.equals(reader)).orElseGet(reader::hasCard)) {
                news.add(texts.text("cards.event.change", Map.of("reader", reader.name(), "state", state(reader))));
            }
        }
        return news;
    }

    /** What keeps readers from being asked now and didn't before. */
    static Optional<Problem> obstacle(ReadersSnapshot before, ReadersSnapshot now) {
        return now.obstacle().filter(problem -> !before.obstacle().equals(Optional.of(problem)));
    }

    private static Optional<Reader> find(ReadersSnapshot snapshot, String name) {
        return snapshot.readers().stream()
                .filter(reader -> reader.name().equals(name))
                .findFirst();
    }
}
