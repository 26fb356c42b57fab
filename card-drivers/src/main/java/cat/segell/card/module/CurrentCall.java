// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

/** Which function of the module was called last, for whoever must tell why there is no answer; in the child process. */
final class CurrentCall {

    /** Before the first function of the module: its own start-up code. */
    private volatile String name = "dlopen";

    void is(String function) {
        name = function;
    }

    String name() {
        return name;
    }
}
