// SPDX-License-Identifier: EUPL-1.2
/**
 * The window: shell, theme, rail, help. Below it one package a task, each with views that build nodes and models that decide;
 * under them {@code look}, {@code parts} and {@code system}, which know no task. None knows what stands above it. Models know
 * {@code javafx.base} alone and take their ports and executors from outside; only {@link cat.segell.ui.system.UiThread}
 * reaches the window's thread, and nothing slow runs on it.
 */
@NullMarked
package cat.segell.ui;

import org.jspecify.annotations.NullMarked;
