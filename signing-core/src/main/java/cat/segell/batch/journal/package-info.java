// SPDX-License-Identifier: EUPL-1.2
/**
 * The journal of batches in a database of SQLite: what was asked for, and how far it is. No PIN, and nothing of a person but what
 * stands in the names of their files and in what they want to sign with.
 */
@NullMarked
package cat.segell.batch.journal;

import org.jspecify.annotations.NullMarked;
