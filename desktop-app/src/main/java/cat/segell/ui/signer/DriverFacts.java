// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.app.TriedDriver;
import cat.segell.card.admission.DriverFile;
import cat.segell.card.pkcs11.DriverInfo;
import cat.segell.text.Showable;
import cat.segell.ui.look.Look;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What there is to know of a driver: a name each, and below it what it is. */
final class DriverFacts {

    private final Look look;
    private final VBox node;

    private DriverFacts(Look look) {
        this.look = look;
        this.node = new VBox(look.px(6));
        node.setId("driver-facts");
        node.getStyleClass().add("card");
    }

    /** What is different now. */
    static Node changed(DriverFile file, Look look) {
        DriverFacts facts = new DriverFacts(look);
        facts.file(file);
        facts.add(
                "driver.before",
                file.known()
                        .map(DriverFacts::groups)
                        .orElseGet(() -> look.texts().text("driver.unknown")));
        facts.add("driver.now", groups(file.sha256().hex()));
        return facts.node;
    }

    /** What it says of itself, and which file it is. */
    static Node tried(TriedDriver driver, Look look) {
        DriverFacts facts = new DriverFacts(look);
        DriverInfo info = driver.info();
        facts.said("driver.name", info.description() + " " + info.version());
        facts.said("driver.maker", info.manufacturer());
        facts.file(driver.file());
        facts.add("driver.print", groups(driver.file().sha256().hex()));
        return facts.node;
    }

    private void file(DriverFile file) {
        add("driver.file", file.named().toString());
        if (!file.real().equals(file.named())) {
            add("driver.real", file.real().toString());
        }
        add("driver.owner", file.owner());
        add("driver.written", when(file));
    }

    private void said(String name, String words) {
        String shown = Showable.of(words).strip();
        add(name, shown.isEmpty() ? look.texts().text("driver.unknown") : shown);
    }

    private void add(String name, String value) {
        node.getChildren().add(new VBox(look.label(look.texts().text(name), "caption"), look.foreign(value, "fact")));
    }

    private String when(DriverFile file) {
        return look.texts()
                .text(
                        "driver.when",
                        "date",
                        file.written(),
                        "time",
                        look.language().time(file.written()));
    }

    /** In fours: 64 digits without a gap nobody can compare. */
    private static String groups(String hex) {
        return hex.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
