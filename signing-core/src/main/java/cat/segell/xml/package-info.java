// SPDX-License-Identifier: EUPL-1.2
/**
 * How XML is read, in one way for signing and for verifying: without document types, entities, and connections.
 */
@NullMarked
package cat.segell.xml;

import org.jspecify.annotations.NullMarked;
