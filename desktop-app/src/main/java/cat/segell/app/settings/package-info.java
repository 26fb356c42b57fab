// SPDX-License-Identifier: EUPL-1.2
/**
 * What is set and who decided it: settings of the person, policy of the administrator, and what holds of both. JSON
 * stops here.
 */
@NullMarked
package cat.segell.app.settings;

import org.jspecify.annotations.NullMarked;
