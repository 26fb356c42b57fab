// SPDX-License-Identifier: EUPL-1.2
/**
 * The window: shell, theme, words, own controls. One package a task below ({@code sign}), each with views that build nodes
 * and models that decide. Models know {@code javafx.base} alone and take their ports and executors from outside; only
 * {@link cat.segell.ui.UiThread} reaches the window's thread, and nothing slow runs on it.
 */
@NullMarked
package cat.segell.ui;

import org.jspecify.annotations.NullMarked;
