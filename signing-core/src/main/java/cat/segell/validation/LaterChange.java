// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

/** What was done to a document behind the end of a signed revision. */
public enum LaterChange {
    /** Validation data (DSS, VRI) or a document time-stamp that shows nothing on any page. */
    EVIDENCE,
    /** A further signature in a field of its own. */
    SIGNATURE,
    /** Document information, XMP or structure for assistive technology: nothing that a page shows. */
    METADATA,
    FORM_FILL,
    ANNOTATION,
    /** Everything else: pages, their content, resources, actions, replaced signatures … */
    OTHER
}
