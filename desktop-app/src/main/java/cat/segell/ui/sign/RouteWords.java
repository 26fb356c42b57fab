// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.card.catalogue.Route;
import cat.segell.ui.Look;

/** What a person does outside Segell, with the address of the page that says more. */
final class RouteWords {

    private final Look look;

    RouteWords(Look look) {
        this.look = look;
    }

    String of(Route route) {
        String steps = route.steps().in(look.language());
        return route.web().map(web -> steps + " " + web).orElse(steps);
    }
}
