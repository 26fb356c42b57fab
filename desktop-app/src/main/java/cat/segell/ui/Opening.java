// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui;

import cat.segell.problem.InternalProblem.InternalFault;
import cat.segell.problem.ProblemException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A window from its first line to its end, for the thread that waits for it: whatever goes wrong while it is built ends the
 * wait.
 */
final class Opening<W> {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Optional<W> window = Optional.empty();
    private volatile Optional<Throwable> fault = Optional.empty();

    /** On the window's thread. */
    void build(Supplier<W> builder) {
        try {
            window = Optional.of(builder.get());
        } catch (RuntimeException | Error thrown) {
            LOG.error("the window can't be opened", thrown);
            fault = Optional.of(thrown);
            over();
        }
    }

    /** Once it is there; until then there is nobody to be told. */
    void tell(Consumer<W> message) {
        window.ifPresent(message);
    }

    void over() {
        over.countDown();
    }

    /**
     * Waits until it is over.
     *
     * @throws ProblemException {@code INTERNAL-FAULT} where it was never there
     */
    void await() throws InterruptedException, ProblemException {
        over.await();
        if (fault.isPresent()) {
            throw new ProblemException(InternalFault.of(fault.get()), fault.get());
        }
    }
}
