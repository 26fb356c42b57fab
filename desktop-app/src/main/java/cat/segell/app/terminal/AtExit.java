// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.terminal;

/** What is done where the process is ended from outside, until this is closed. */
public final class AtExit implements AutoCloseable {

    private final Thread thread;

    private AtExit(Thread thread) {
        this.thread = thread;
    }

    /**
     * Does it at once where the process ends already.
     *
     * @param name of the thread that does it
     */
    public static AtExit does(String name, Runnable what) {
        AtExit hook = new AtExit(new Thread(what, name));
        try {
            Runtime.getRuntime().addShutdownHook(hook.thread);
        } catch (IllegalStateException _) {
            what.run();
        }
        return hook;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException _) {
            // The process ends, and it is done.
        }
    }
}
