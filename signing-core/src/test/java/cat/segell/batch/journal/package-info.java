// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package cat.segell.batch.journal;

import org.jspecify.annotations.NullMarked;
