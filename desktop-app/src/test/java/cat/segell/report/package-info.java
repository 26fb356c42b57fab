// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package cat.segell.report;

import org.jspecify.annotations.NullMarked;
