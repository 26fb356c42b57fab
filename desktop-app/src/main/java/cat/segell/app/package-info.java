// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package cat.segell.app;

import org.jspecify.annotations.NullMarked;
