// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * How long the window's thread lets others wait, felt all the time, and what it does meanwhile. What runs on that thread in one
 * go, the drawing of a frame among it, is one wait.
 */
final class Pulse {

    private static final long BETWEEN = MILLISECONDS.toNanos(4);
    private static final long SAMPLE = 10;

    /** Deep enough to tell which part of the window it is. */
    private static final int FRAMES = 60;

    private final AtomicReference<Wait> longest = new AtomicReference<>(Wait.NONE);
    private final AtomicReference<Thread> window = new AtomicReference<>();

    /**
     * @param work of these, what the window's thread worked: the rest it waited for a processor itself
     * @param stacks of the window's thread while it lasted, one every 10 ms
     */
    private record Wait(long nanos, long work, List<StackTraceElement[]> stacks) {

        static final Wait NONE = new Wait(0, 0, List.of());

        Wait longer(Wait other) {
            return nanos >= other.nanos ? this : other;
        }
    }

    /** The toolkit runs. */
    void start() {
        Platform.runLater(() -> window.set(Thread.currentThread()));
        Thread thread = new Thread(this::feel, "pulse");
        thread.setDaemon(true);
        thread.start();
    }

    private void feel() {
        try {
            while (true) {
                Wait wait = once();
                longest.accumulateAndGet(wait, Wait::longer);
                LockSupport.parkNanos(BETWEEN);
            }
        } catch (InterruptedException | IllegalStateException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Wait once() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        Stream.Builder<StackTraceElement[]> stacks = Stream.builder();
        long worked = work();
        long asked = System.nanoTime();
        Platform.runLater(reached::countDown);
        while (!reached.await(SAMPLE, TimeUnit.MILLISECONDS)) {
            Thread held = window.get();
            if (held != null) {
                stacks.add(held.getStackTrace());
            }
        }
        return new Wait(
                System.nanoTime() - asked, work() - worked, stacks.build().toList());
    }

    private long work() {
        Thread thread = window.get();
        return thread == null ? 0 : ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
    }

    /**
     * The longest wait since this was asked last, in milliseconds, and how long the window's thread worked meanwhile.
     *
     * @param told what held the window's thread meanwhile, the most frequent last
     */
    String longest(Appendable told) throws IOException {
        Wait wait = longest.getAndSet(Wait.NONE);
        Map<String, Long> stacks =
                wait.stacks().stream().collect(Collectors.groupingBy(Pulse::text, TreeMap::new, Collectors.counting()));
        told.append("%n== held for %d ms%n".formatted(NANOSECONDS.toMillis(wait.nanos())));
        for (Map.Entry<String, Long> each : stacks.entrySet()) {
            told.append("%d times:%n%s%n".formatted(each.getValue(), each.getKey()));
        }
        return NANOSECONDS.toMillis(wait.nanos()) + " " + NANOSECONDS.toMillis(wait.work());
    }

    private static String text(StackTraceElement[] stack) {
        return Stream.of(stack).limit(FRAMES).map(each -> "  " + each).collect(Collectors.joining("\n"));
    }
}
