// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.text.Language;
import cat.segell.ui.look.Look;
import cat.segell.ui.run.ResultTable;
import cat.segell.ui.sign.SignScreen;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** The table of results is rehearsed away from the window's thread. */
class RehearsalTest extends AtPlayedWindow {

    /** Each scene, a popup's too, has one. */
    private static final String OF_A_SCENE = "javafx.scene.Scene$MouseHandler";

    RehearsalTest() {
        super(Language.EN);
    }

    /** A menu or a tooltip has one. */
    @Test
    void makesNoSceneWhichOnlyTheWindowsThreadMay() throws JMException {
        long before = scenes();
        assertThat(before).as("the window's own").isPositive();
        Look look = Look.of(window.appearance, SignScreen.class, "sign");
        ResultTable table = new ResultTable(look, window.outside, _ -> {});
        table.rehearse();
        assertThat(scenes()).isLessThanOrEqualTo(before);
        assertThat(table.node()).as("still there when they were counted").isNotNull();
    }

    private static long scenes() throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[3].equals(OF_A_SCENE))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .findFirst()
                .orElse(0);
    }
}
