// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.pdf.ReadingCopyMark;
import cat.segell.validation.Verdict;

/** Beside what isn't signed: that it is a copy for reading, and where the document is that can be verified. */
final class CopyNote {

    private CopyNote() {}

    static boolean fits(VerifyOutcome outcome) {
        return outcome.report()
                        .filter(found -> found.verdict() == Verdict.UNSIGNED)
                        .isPresent()
                && ReadingCopyMark.isOn(outcome.input());
    }
}
