// SPDX-License-Identifier: EUPL-1.2
/**
 * One child process per PKCS#11 module: launcher, wire format, watchdog. A module that crashes, hangs or leaves takes its
 * process with it and nothing else. The child sees three jars, a few variables of the environment, and no file of ours.
 */
@NullMarked
package cat.segell.card.host;

import org.jspecify.annotations.NullMarked;
