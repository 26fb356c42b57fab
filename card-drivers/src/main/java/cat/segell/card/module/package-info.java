// SPDX-License-Identifier: EUPL-1.2
/**
 * Inside the child process: the one PKCS#11 module that is loaded there, its sessions and its return codes. Nothing else touches
 * the native wrapper, and nothing here is used by the application but through the pipe.
 */
@NullMarked
package cat.segell.card.module;

import org.jspecify.annotations.NullMarked;
