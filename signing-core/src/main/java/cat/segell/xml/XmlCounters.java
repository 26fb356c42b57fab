// SPDX-License-Identifier: EUPL-1.2
package cat.segell.xml;

import java.util.Set;

/**
 * The signatures of an XML document that stand in another one as its counter-signatures.
 *
 * @param count how many
 * @param apart whether any of them signs something else than the signature that holds it, or may
 * @param sound identifiers of those that sign just that, where each has its own
 */
public record XmlCounters(int count, boolean apart, Set<String> sound) {
    public XmlCounters {
        sound = Set.copyOf(sound);
    }
}
