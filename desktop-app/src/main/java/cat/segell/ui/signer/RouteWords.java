// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.card.catalogue.Route;
import cat.segell.ui.look.Look;

/** What a person does outside Segell, with the address of the page that says more. */
public final class RouteWords {

    private final Look look;

    public RouteWords(Look look) {
        this.look = look;
    }

    public String of(Route route) {
        String steps = route.steps().in(look.language());
        return route.web().map(web -> steps + " " + web).orElse(steps);
    }
}
