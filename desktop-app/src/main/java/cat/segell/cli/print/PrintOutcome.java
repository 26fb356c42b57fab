// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.print;

import cat.segell.app.terminal.Terminal;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.cli.ShellWord;
import cat.segell.document.Digest;
import cat.segell.print.VerificationCode;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A copy that was made.
 *
 * @param original its digest
 * @param copy where it lies
 */
record PrintOutcome(
        Path input, Digest original, ValidationReport report, Optional<VerificationCode> code, Path copy, int pages) {

    /** A script must not take for confirmed what wasn't: the copy is there, and each page says so. */
    int status() {
        return isUnconfirmed() ? ExitStatus.UNDETERMINED : ExitStatus.DONE;
    }

    private boolean isUnconfirmed() {
        return report.verdict() == Verdict.INDETERMINATE;
    }

    Map<String, Object> json(Inputs inputs) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("input", inputs.shown(input));
        json.put("output", copy.toString());
        json.put("originalSha256", original.hex());
        json.put("verdict", report.verdict().word());
        json.put("pages", pages);
        code.ifPresent(own -> {
            json.put("csv", own.code());
            own.address().ifPresent(address -> json.put("address", address.toASCIIString()));
        });
        if (report.practice()) {
            json.put("practice", true);
        }
        return json;
    }

    void tell(Inputs inputs, Terminal terminal, Out out) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("count", pages);
        made.put("file", Inputs.near(terminal, copy));
        out.say("print.made", made);
        out.say("print.means");
        if (isUnconfirmed()) {
            out.say("print.unconfirmed", Map.of("segell", out.segell(), "file", ShellWord.of(inputs.shown(input))));
        }
        if (report.practice()) {
            out.say("practice");
        }
    }
}
