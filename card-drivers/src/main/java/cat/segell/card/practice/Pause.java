// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import java.time.Duration;

/** How a practice card takes its time; tests have better things to do. */
@FunctionalInterface
interface Pause {

    Pause REAL = Thread::sleep;

    void last(Duration duration) throws InterruptedException;
}
