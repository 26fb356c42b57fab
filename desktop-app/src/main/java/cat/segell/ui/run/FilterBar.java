// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.run;

import cat.segell.ui.documents.DocumentRow;
import cat.segell.ui.look.Look;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** Which results are shown: a button for each kind that there are some of. */
public final class FilterBar {

    private final Look look;
    private final FlowPane node = new FlowPane();
    private final Map<ResultFilter, ToggleButton> buttons = new EnumMap<>(ResultFilter.class);
    private final ReadOnlyObjectWrapper<ResultFilter> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", ResultFilter.ALL);

    public FilterBar(Look look) {
        this.look = look;
        node.setHgap(look.px(6));
        node.setVgap(look.px(6));
        ToggleGroup group = new ToggleGroup();
        for (ResultFilter each : ResultFilter.values()) {
            ToggleButton button = button(each);
            button.setToggleGroup(group);
            buttons.put(each, button);
        }
    }

    private ToggleButton button(ResultFilter filter) {
        ToggleButton button = new ToggleButton();
        button.setId("filter-" + word(filter));
        button.getStyleClass().setAll("toggle-button", "filter");
        button.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            button.setSelected(true);
            chosen.set(filter);
        });
        return button;
    }

    private static String word(ResultFilter filter) {
        return filter.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public FlowPane node() {
        return node;
    }

    public ReadOnlyObjectProperty<ResultFilter> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public void chooseAll() {
        chosen.set(ResultFilter.ALL);
    }

    /** Counts anew. */
    public void count(List<DocumentRow> rows) {
        buttons.forEach((filter, button) -> {
            button.setText(look.texts().text("filter." + word(filter)) + " " + shown(filter, rows));
            button.setSelected(chosen.get() == filter);
        });
        node.getChildren()
                .setAll(buttons.entrySet().stream()
                        .filter(entry -> useful(entry.getKey(), rows))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** One that shows nothing, or the same as all, only takes room. */
    private boolean useful(ResultFilter filter, List<DocumentRow> rows) {
        long count = shown(filter, rows);
        return filter == ResultFilter.ALL || filter == chosen.get() || (count > 0 && count < rows.size());
    }

    private static long shown(ResultFilter filter, List<DocumentRow> rows) {
        return rows.stream().filter(filter::shows).count();
    }
}
