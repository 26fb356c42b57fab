// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.document.DigestAlgorithm;
import cat.segell.report.Block.Bullets;
import cat.segell.report.Block.Cell;
import cat.segell.report.Block.Conclusion;
import cat.segell.report.Block.Fact;
import cat.segell.report.Block.Facts;
import cat.segell.report.Block.Heading;
import cat.segell.report.Block.Paragraph;
import cat.segell.report.Block.Table;
import cat.segell.report.Markup.Element;
import cat.segell.report.Markup.Style;
import cat.segell.report.Markup.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A page as HTML, which is well-formed XML too. */
final class HtmlReport {

    private static final Style SCREEN = new Style(Resource.text("report.css"));

    private HtmlReport() {}

    static String of(Page page) {
        return "<!DOCTYPE html>\n" + written(page, SCREEN);
    }

    /** @param style the only one that the page may use */
    static String written(Page page, Style style) {
        StringBuilder out = new StringBuilder();
        new Element(
                        "html",
                        Map.of("lang", page.language().tag()),
                        List.of(head(page, style), Markup.element("body", new Element("main", Map.of(), blocks(page)))))
                .write(out);
        return out.append('\n').toString();
    }

    private static Markup head(Page page, Style style) {
        return Markup.element(
                "head",
                new Element("meta", Map.of("charset", "utf-8"), List.of()),
                new Element(
                        "meta", Map.of("http-equiv", "Content-Security-Policy", "content", policy(style)), List.of()),
                meta("viewport", "width=device-width, initial-scale=1"),
                meta("color-scheme", "light dark"),
                meta("referrer", "no-referrer"),
                meta("description", page.description()),
                meta("subject", page.description()),
                Markup.text("title", page.title()),
                style);
    }

    private static Markup meta(String name, String content) {
        return new Element("meta", Map.of("name", name, "content", content), List.of());
    }

    /** Nothing is loaded, sent or run, whatever stands in the page. */
    private static String policy(Style style) {
        byte[] hash = HexFormat.of()
                .parseHex(DigestAlgorithm.SHA256
                        .of(style.css().getBytes(StandardCharsets.UTF_8))
                        .hex());
        return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(hash) + "'";
    }

    private static List<Markup> blocks(Page page) {
        return page.blocks().stream().map(HtmlReport::block).toList();
    }

    private static Markup block(Block block) {
        return switch (block) {
            case Heading heading -> Markup.text("h" + heading.level(), heading.text());
            case Paragraph paragraph -> Markup.text("p", paragraph.text());
            case Conclusion conclusion -> conclusion(conclusion);
            case Bullets bullets ->
                new Element(
                        "ul",
                        Map.of(),
                        bullets.texts().stream()
                                .map(text -> Markup.text("li", text))
                                .toList());
            case Table table -> table(table);
            case Facts facts -> facts(facts);
        };
    }

    private static Markup conclusion(Conclusion conclusion) {
        List<Markup> inside = new ArrayList<>();
        inside.add(Markup.text("p", Map.of("class", "headline"), conclusion.headline()));
        conclusion.sentences().forEach(sentence -> inside.add(Markup.text("p", sentence)));
        String tone = conclusion.tone().name().toLowerCase(Locale.ROOT);
        return new Element("div", Map.of("class", "conclusion " + tone), inside);
    }

    private static Markup table(Table table) {
        List<Markup> columns = table.columns().stream()
                .map(column -> Markup.text("th", Map.of("scope", "col"), column))
                .toList();
        List<Markup> rows = table.rows().stream().map(HtmlReport::row).toList();
        return new Element(
                "table",
                table.numbered() ? Map.of("class", "numbered") : Map.of(),
                List.of(
                        Markup.text("caption", table.caption()),
                        Markup.element("thead", new Element("tr", Map.of(), columns)),
                        new Element("tbody", Map.of(), rows)));
    }

    private static Markup row(List<Cell> cells) {
        List<Markup> row = new ArrayList<>();
        for (Cell cell : cells) {
            List<Markup> lines =
                    cell.lines().stream().map(line -> Markup.text("div", line)).toList();
            row.add(
                    row.isEmpty()
                            ? new Element("th", Map.of("scope", "row"), lines)
                            : new Element("td", Map.of(), lines));
        }
        return new Element("tr", Map.of(), row);
    }

    private static Markup facts(Facts facts) {
        List<Markup> rows = facts.facts().stream().map(HtmlReport::fact).toList();
        return new Element(
                "table",
                Map.of("class", "facts"),
                Stream.of(Markup.text("caption", facts.caption()), (Markup) new Element("tbody", Map.of(), rows))
                        .toList());
    }

    private static Markup fact(Fact fact) {
        Markup value = fact.code() ? Markup.text("code", fact.value()) : new Text(fact.value());
        return Markup.element(
                "tr", Markup.text("th", Map.of("scope", "row"), fact.name()), Markup.element("td", value));
    }
}
