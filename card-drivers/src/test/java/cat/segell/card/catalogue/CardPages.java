// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import cat.segell.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code docs/cards.md}: the catalogue, for people. */
final class CardPages {

    private CardPages() {}

    static String page(Catalogue catalogue) {
        StringBuilder page = new StringBuilder(head(catalogue));
        catalogue
                .cards()
                .forEach(card -> page.append(row(
                        name(card, catalogue),
                        card.atrs().stream()
                                .map(atr -> "`" + atr.text() + "`"
                                        + mark(atr.evidence().confirmed()))
                                .collect(Collectors.joining("<br>")),
                        catalogue.middleware(card).stream()
                                .map(Middleware::name)
                                .collect(Collectors.joining(", ")),
                        card.evidence().source())));
        page.append(
                "\n## Drivers\n\n`{lib}` stands for the folders of libraries: multi-arch, `/usr/lib64`, `/usr/lib`,");
        page.append(" `/usr/local/lib64`, `/usr/local/lib`.\n");
        catalogue.middleware().forEach(each -> append(page, each));
        page.append("\n## Locked PINs and renewal\n");
        catalogue.issuers().forEach(each -> append(page, each));
        return page.toString();
    }

    private static String head(Catalogue catalogue) {
        return """
            # Cards and drivers

            Generated from the catalogue of cards, edition %d of %s. What is “not confirmed” stands in no public source that
            we know: it is a guess that a real card has to settle. Nothing on this page has been tried with a real card by us unless the
            [changelog](../CHANGELOG.md) says so.

            An ATR names a chip and its system, not who issued the card: cards that it can't tell apart are all named. Where
            policies of certificates are told, a card that a driver reads is known by what is on it: “segell cards” then says
            “T-CAT of” and its holder. On locked PINs the routes of the kind of card are told, on renewal those of the certificate;
            where neither is known by what is on it, the ATR tells.

            ## Cards

            | card | ATR (`xx`: any) | drivers, the best first | source |
            |---|---|---|---|
            """.formatted(catalogue.version(), catalogue.date());
    }

    private static String name(CardModel card, Catalogue catalogue) {
        List<String> parts = new ArrayList<>(List.of(card.name().in(Language.EN)));
        if (!card.country().equals("*")) {
            parts.add("(" + card.country() + ")");
        }
        card.pins()
                .eachSignature()
                .ifPresent(told -> parts.add(
                        "<br>Wants its PIN for each signature (" + told.source() + ")." + mark(told.confirmed())));
        card.pins()
                .pukOfOfficer()
                .ifPresent(told -> parts.add("<br>Its PUK is PKCS#11’s security officer’s PIN (" + told.source() + ")."
                        + mark(told.confirmed())));
        card.content().ifPresent(content -> parts.add("<br>Known by " + content(content, catalogue) + "."));
        card.note().ifPresent(note -> parts.add("<br>" + note.in(Language.EN)));
        return String.join(" ", parts);
    }

    private static String content(CardModel.Content content, Catalogue catalogue) {
        String policies =
                content.policies().stream().map(arc -> "`" + arc + "`").collect(Collectors.joining(", "));
        String from = content.from().map(day -> " from " + day + " on").orElse("");
        String before = content.before().map(day -> " before " + day).orElse("");
        List<String> besides = new ArrayList<>();
        content.labels().forEach(label -> besides.add("called “" + label + "”"));
        content.drivers()
                .forEach(id -> besides.add(
                        "read through " + catalogue.middleware(id).orElseThrow().name()));
        return "certificates" + (from + before).replaceFirst("^(.+)$", " issued$1") + " with policies below " + policies
                + (besides.isEmpty() ? "" : ", where it is " + String.join(" or ", besides));
    }

    private static void append(StringBuilder page, Middleware each) {
        page.append("\n### ")
                .append(each.name())
                .append(" (")
                .append(each.vendor())
                .append(")");
        page.append(mark(each.evidence().confirmed()))
                .append("\n\n| system | module | how to install |\n|---|---|---|\n");
        for (OperatingSystem system : OperatingSystem.values()) {
            List<ModulePath> modules = each.modules(system);
            if (!modules.isEmpty() || each.install(system).isPresent()) {
                page.append(row(system.label(), modules(modules), install(each, system)));
            }
        }
        page.append("\nSource: ").append(each.evidence().source()).append(".\n");
    }

    private static String modules(List<ModulePath> modules) {
        return modules.stream()
                .map(path -> "`" + path.pattern() + "`" + (path.bits() == 32 ? " (32 bits: not loaded)" : "")
                        + mark(path.confirmed()))
                .collect(Collectors.joining("<br>"));
    }

    private static String install(Middleware each, OperatingSystem system) {
        List<String> lines = new ArrayList<>();
        each.install(system).ifPresent(install -> {
            lines.add(install.steps().in(Language.EN));
            install.commands().forEach((systems, command) -> lines.add(systems + ": `" + command + "`"));
        });
        each.web().filter(_ -> !lines.isEmpty()).ifPresent(web -> lines.add("<" + web + ">"));
        return String.join("<br>", lines);
    }

    private static void append(StringBuilder page, Issuer issuer) {
        boolean any = issuer.id().equals(Issuer.OTHER);
        page.append("\n### ").append(any ? "Any other issuer" : issuer.name() + " (" + issuer.country() + ")");
        page.append("\n\n| | |\n|---|---|\n");
        Map<String, Route> routes = new LinkedHashMap<>();
        routes.put("PIN locked or forgotten", issuer.routes().unblock());
        routes.put("PUK locked as well", issuer.routes().pukLocked());
        routes.put("change the PIN", issuer.routes().changePin());
        routes.put("renew", issuer.routes().renew());
        routes.forEach((what, route) -> page.append(row(
                what,
                route.steps().in(Language.EN)
                        + route.web().map(web -> "<br><" + web + ">").orElse(""))));
    }

    private static String mark(boolean confirmed) {
        return confirmed ? "" : " **not confirmed**";
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(" ").append(cell.replace("|", "\\|")).append(" |");
        }
        return row.append("\n").toString();
    }
}
