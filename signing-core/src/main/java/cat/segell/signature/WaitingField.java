// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature;

import java.util.List;

/**
 * A signature field of a PDF in which nobody has signed.
 *
 * @param name in full, with those of its parents
 * @param labels what it says of whose it is
 * @param admission whose signature its author admits
 */
public record WaitingField(String name, List<String> labels, FieldAdmission admission) {

    public WaitingField {
        labels = List.copyOf(labels);
    }
}
