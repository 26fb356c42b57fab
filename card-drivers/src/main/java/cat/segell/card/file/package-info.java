// SPDX-License-Identifier: EUPL-1.2
/**
 * Keys in PKCS#12 files. The JDK can't open older files (3DES, RC2) whose password has an accent; Bouncy Castle can't open
 * some newer ones (a MAC with SHA-512, an empty password). So both read, Bouncy Castle by a provider object of its own that
 * is never registered for the whole JVM.
 *
 * <p>And keys in the stores of Windows and macOS, through the JDK's own providers. Written against {@code KeyStore} and tried
 * with one in memory; not yet tried on the real systems.
 */
@NullMarked
package cat.segell.card.file;

import org.jspecify.annotations.NullMarked;
