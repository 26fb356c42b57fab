// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.batch.BatchEvent;
import cat.segell.credential.PinUse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps what a batch tells of its documents until its key is open: where the PIN is refused, nothing has ended, and the
 * person may enter another. What is told of the certificate the person knows before the PIN.
 */
final class HeldEvents implements Consumer<BatchEvent> {

    private final Consumer<BatchEvent> events;
    private final List<BatchEvent> held = new ArrayList<>();
    private boolean opened;

    HeldEvents(Consumer<BatchEvent> events) {
        this.events = events;
    }

    boolean opened() {
        return opened;
    }

    @Override
    public void accept(BatchEvent event) {
        if (event instanceof BatchEvent.Opened opened) {
            open(opened);
        } else if (opened || event instanceof BatchEvent.Checked) {
            events.accept(event);
        } else {
            held.add(event);
        }
    }

    /** Tells all that was kept. */
    void open() {
        open(new BatchEvent.Opened(PinUse.UNKNOWN));
    }

    private void open(BatchEvent.Opened event) {
        if (!opened) {
            opened = true;
            events.accept(event);
            held.forEach(events);
            held.clear();
        }
    }
}
