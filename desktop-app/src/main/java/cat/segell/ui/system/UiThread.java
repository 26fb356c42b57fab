// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.system;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The one door to the window's thread. */
public final class UiThread implements Executor {

    /** Runs at once when the caller is on the window's thread already, so that what it shows stays in step. */
    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }
}
