// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The application's window and somebody at it who does what standard input says, one line a deed, and answers each on standard
 * output: {@code see ID}, {@code either ID ID}, {@code click ID}, {@code type CHARACTER}, {@code pause}. The last one answers with the longest time
 * in milliseconds that the window's thread has let others wait since it was asked last and how long it worked meanwhile, and
 * tells standard error what held it.
 * Characters come one by one so that this process holds no PIN but what the window itself makes of it.
 */
final class PersonAtWindow {

    private static final int PATIENCE = 120;

    private static final Pulse PULSE = new Pulse();

    private PersonAtWindow() {}

    public static void main(String[] args) {
        Thread person = new Thread(PersonAtWindow::act, "person");
        person.setDaemon(true);
        person.start();
        Main.main(args);
    }

    private static void act() {
        try (BufferedReader deeds = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            FxRobot robot = new FxRobot();
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, PersonAtWindow::started);
            PULSE.start();
            for (String deed = deeds.readLine(); deed != null; deed = deeds.readLine()) {
                System.out.println(answer(robot, deed));
            }
        } catch (IOException | TimeoutException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static boolean started() {
        try {
            Platform.runLater(() -> {});
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private static String answer(FxRobot robot, String deed) throws IOException, TimeoutException {
        String what = deed.substring(deed.indexOf(' ') + 1);
        switch (deed.substring(0, deed.length() - what.length()).strip()) {
            case "see" -> see(robot, "#" + what, _ -> true);
            case "click" -> {
                // Grey while a press does nothing.
                see(robot, "#" + what, node -> !node.getStyleClass().contains("missing"));
                robot.clickOn("#" + what);
            }
            case "either" -> {
                return either(robot, List.of(what.split(" ", -1)));
            }
            case "type" -> robot.write(what.charAt(0));
            case "" -> {
                return PULSE.longest(System.err);
            }
            default -> throw new IllegalArgumentException(deed);
        }
        return "done";
    }

    /** @return the one of these that is seen first */
    private static String either(FxRobot robot, List<String> ids) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> ids.stream().anyMatch(id -> isSeen(robot, id)));
        WaitForAsyncUtils.waitForFxEvents();
        return ids.stream().filter(id -> isSeen(robot, id)).findFirst().orElseThrow();
    }

    private static boolean isSeen(FxRobot robot, String id) {
        return robot.lookup("#" + id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static void see(FxRobot robot, String query, Predicate<Node> ready) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE,
                TimeUnit.SECONDS,
                () -> robot.lookup(query)
                        .tryQuery()
                        .filter(Node::isVisible)
                        .filter(ready)
                        .isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
