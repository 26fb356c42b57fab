// SPDX-License-Identifier: EUPL-1.2
/**
 * {@code segell doctor}: what keeps a person from signing.
 */
@NullMarked
package cat.segell.cli.doctor;

import org.jspecify.annotations.NullMarked;
