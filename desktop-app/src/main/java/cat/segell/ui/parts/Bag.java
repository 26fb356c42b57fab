// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** What a view listens to; let go of when the view is replaced, so that no old view hears of anything. */
public final class Bag {

    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Tells the present value at once and each later one. */
    public <T> void on(ObservableValue<T> value, Consumer<? super T> listener) {
        subscriptions.add(value.subscribe((Consumer<T>) listener::accept));
    }

    /** For lists: runs at once and after each change. */
    public void onChange(Observable value, Runnable action) {
        InvalidationListener listener = _ -> action.run();
        value.addListener(listener);
        subscriptions.add(() -> value.removeListener(listener));
        action.run();
    }

    /**
     * For lists that a control shows too: runs at once, and after each change once the controls that listened before know of
     * it. A selection made earlier would be moved by them.
     */
    public <E> void afterChange(ObservableList<E> list, Runnable action) {
        ListChangeListener<E> listener = _ -> action.run();
        list.addListener(listener);
        subscriptions.add(() -> list.removeListener(listener));
        action.run();
    }

    public void empty() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
    }
}
