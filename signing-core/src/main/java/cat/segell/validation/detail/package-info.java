// SPDX-License-Identifier: EUPL-1.2
/**
 * What was found beside a verdict: certificates, what their issuers told, time-stamps. For reports; nothing here decides.
 */
@NullMarked
package cat.segell.validation.detail;

import org.jspecify.annotations.NullMarked;
