// SPDX-License-Identifier: EUPL-1.2
/**
 * The port to whatever holds a private key: cards, key files, operating system stores, cloud certificates, the practice
 * card. JDK types only; nothing here knows PKCS#11, PDF or a window.
 */
@NullMarked
package cat.segell.credential;

import org.jspecify.annotations.NullMarked;
