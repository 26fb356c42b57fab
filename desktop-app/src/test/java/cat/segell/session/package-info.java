// SPDX-License-Identifier: EUPL-1.2
/** Sessions on the command line, told in text files: see {@code src/test/resources/sessions/README.md}. */
@NullMarked
package cat.segell.session;

import org.jspecify.annotations.NullMarked;
