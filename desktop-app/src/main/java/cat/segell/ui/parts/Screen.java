// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.parts;

import cat.segell.ui.look.Marker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** One task in the window. Built anew whenever language or text size change; what it knows stays in its model. */
public interface Screen {

    /** In the words of the last {@link #build}. */
    String title();

    /** Name of its icon in the rail. */
    String icon();

    /** @param bag whatever the nodes listen to */
    Node build(Frame frame, Bag bag);

    /** State of the card or certificate, for the header. */
    ObservableValue<Marker> chip();

    void chipClicked();

    /** What runs, or the last message. */
    ObservableValue<Marker> status();

    ObservableValue<Boolean> practice();

    void leavePractice();

    void mainAction();

    /** Files dropped, pasted or opened. */
    void take(List<Path> files);

    /** Why files can't be taken now, in words; absent when they can. */
    Optional<String> refusal();

    /** F5: looks again for what may have changed outside. */
    void checkAgain();

    void openFiles();

    /** Takes the files on the clipboard, or says that there are none. */
    void paste();

    /** @return whether there was something to leave, stop or close */
    boolean escape();

    /** Parts that F6 goes through, in order. */
    List<Node> regions();
}
