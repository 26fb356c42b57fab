// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.doctor;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.cli.Command;
import cat.segell.cli.ExitStatus;
import cat.segell.cli.Invocation;
import cat.segell.cli.Out;
import cat.segell.cli.keys.Notices;
import cat.segell.diagnosis.Finding;
import cat.segell.diagnosis.Severity;
import cat.segell.problem.CertificateProblem.CertReady;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code segell doctor}: what stands between this person and a signature, and what to do about it. */
@picocli.CommandLine.Command(name = "doctor")
public final class DoctorCommand extends Command {

    public DoctorCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start start, Out out) {
        try (Wiring wiring = new Wiring(start)) {
            List<Finding> findings = wiring.diagnosis(out.language()).run();
            out.document(Map.of(
                    "findings", findings.stream().map(each -> facts(each, out)).toList()));
            findings.forEach(each -> tell(each, out));
            Notices.told(wiring.credentials(), out);
            out.say(summary(findings), Map.of("count", count(findings, Severity.FAULT)));
            return ExitStatus.first(findings.stream()
                    .filter(each -> each.severity() == Severity.FAULT)
                    .map(each -> ExitStatus.of(each.problem()))
                    .toList());
        }
    }

    private static Map<String, Object> facts(Finding finding, Out out) {
        Map<String, Object> facts = new LinkedHashMap<>(out.facts(finding.problem(), finding.advice()));
        facts.put("severity", finding.severity().word());
        return facts;
    }

    private static void tell(Finding finding, Out out) {
        // What is well as it is isn't always good news.
        boolean note = finding.severity() == Severity.OK && !(finding.problem() instanceof CertReady);
        String severity = out.texts()
                .text(note ? "doctor.note" : "doctor." + finding.severity().word());
        // Where nothing is wrong, nobody needs to hear what to do.
        out.line(severity + ": "
                + (finding.severity() == Severity.OK
                        ? out.statement(finding.problem())
                        : out.words(finding.problem(), finding.advice())));
        out.line("");
    }

    private static String summary(List<Finding> findings) {
        if (count(findings, Severity.FAULT) > 0) {
            return "doctor.faults";
        }
        boolean warned = count(findings, Severity.WARNING) > 0;
        boolean signs = !findings.isEmpty();
        return warned ? "doctor.warnings" : signs ? "doctor.well" : "doctor.nothing";
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(each -> each.severity() == severity).count();
    }
}
