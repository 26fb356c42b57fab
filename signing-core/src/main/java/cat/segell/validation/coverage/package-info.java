// SPDX-License-Identifier: EUPL-1.2
/**
 * Our own rule on what signatures of XML, CMS, JSON and containers cover, beside the validation engine's checks: files are read
 * here without it, so that what the engine overlooks is seen.
 */
@NullMarked
package cat.segell.validation.coverage;

import org.jspecify.annotations.NullMarked;
