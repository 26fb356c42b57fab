// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.text.Language;
import cat.segell.ui.look.Appearance;
import cat.segell.ui.look.ThemeChoice;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is ticked can be told from what isn't in all colours, with the mouse over it too. */
@ExtendWith(ApplicationExtension.class)
class TicksTest {

    private final Appearance appearance = new Appearance(Language.EN, ThemeChoice.LIGHT, 100);

    @Start
    void show(Stage stage) {
        VBox root = new VBox(new CheckBox("I understand"));
        root.getStyleClass().add("dialog");
        Scene scene = new Scene(root, 300, 300);
        new Themes(appearance, scene).follow();
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @EnumSource(ThemeChoice.class)
    void onlyWhatIsTickedBearsAMark(ThemeChoice theme, FxRobot person) {
        CheckBox box = person.lookup(".check-box").query();
        person.interact(() -> appearance.theme().set(theme));
        for (boolean over : List.of(false, true)) {
            person.moveTo(over ? box.lookup(".box") : box.getParent());
            person.interact(() -> box.setSelected(false));
            assertThat(inside(person, box)).as("unticked").hasSize(1);
            person.interact(() -> box.setSelected(true));
            assertThat(inside(person, box).size()).as("ticked").isGreaterThan(1);
        }
    }

    /** The colours inside the box's edge. */
    private static List<Color> inside(FxRobot person, CheckBox box) {
        List<Color> shades = new ArrayList<>();
        person.interact(() -> {
            Bounds place = box.lookup(".box").localToScene(box.lookup(".box").getLayoutBounds());
            PixelReader pixels = box.getScene().snapshot(null).getPixelReader();
            for (int y = (int) place.getMinY() + 3; y < place.getMaxY() - 3; y++) {
                for (int x = (int) place.getMinX() + 3; x < place.getMaxX() - 3; x++) {
                    shades.add(pixels.getColor(x, y));
                }
            }
        });
        return shades.stream().distinct().toList();
    }
}
