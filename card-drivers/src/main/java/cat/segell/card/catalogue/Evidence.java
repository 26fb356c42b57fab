// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

/**
 * Where an entry comes from.
 *
 * @param confirmed whether a public source says so; else it is a guess that only a real card can settle, and it is shown as one
 * @param source in short
 */
public record Evidence(boolean confirmed, String source) {}
