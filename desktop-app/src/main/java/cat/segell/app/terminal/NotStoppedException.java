// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.terminal;

import java.io.IOException;

/** Ctrl+Z, which stops no question: a shell that takes it up again would show what is typed. Nothing that was typed counts. */
public final class NotStoppedException extends IOException {

    private static final long serialVersionUID = 1;
}
