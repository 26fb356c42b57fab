// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package cat.segell.batch.queue;

import org.jspecify.annotations.NullMarked;
