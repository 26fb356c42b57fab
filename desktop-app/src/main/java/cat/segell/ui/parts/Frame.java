// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import cat.segell.ui.look.Appearance;
import cat.segell.ui.system.Outside;
import javafx.beans.value.ObservableValue;

/**
 * What a screen may use of the window around it.
 *
 * @param compact true when there is little room for the size of the text: columns become tabs
 */
public record Frame(Appearance appearance, Overlay overlay, Outside outside, ObservableValue<Boolean> compact) {}
