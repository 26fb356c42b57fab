// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.problem.CertificateProblem;
import cat.segell.problem.DocumentProblem;
import cat.segell.problem.InternalProblem;
import cat.segell.problem.KeyProblem;
import cat.segell.problem.LedgerProblem;
import cat.segell.problem.ListProblem;
import cat.segell.problem.PinProblem;
import cat.segell.problem.Problem;
import cat.segell.problem.ReaderProblem;
import cat.segell.problem.RevocationProblem;
import cat.segell.problem.ServiceProblem;
import cat.segell.problem.SettingProblem;
import cat.segell.problem.UsageProblem;
import java.util.Collection;
import java.util.List;

/** What a command tells the shell. */
public final class ExitStatus {

    public static final int DONE = 0;
    /** At least one document failed or is not valid. */
    public static final int FAILED = 1;
    /** Wrong usage, or settings that can't be used. */
    static final int USAGE = 2;
    /** No such key, card, reader or driver. */
    static final int KEY = 3;
    /** PIN refused, locked or missing. */
    static final int PIN = 4;
    /** A service could not be reached and the request could not be met as asked. */
    public static final int SERVICE = 5;
    /** Validity can't be determined; nothing is invalid. */
    public static final int UNDETERMINED = 6;

    static final int INTERNAL = 70;

    private static final List<Integer> PRECEDENCE = List.of(INTERNAL, USAGE, PIN, KEY, FAILED, SERVICE, UNDETERMINED);

    private ExitStatus() {}

    public static int of(Problem problem) {
        return switch (problem) {
            // Where there is nothing to sign with, as where a key that was named isn't there.
            case CertificateProblem.CertNone _ -> KEY;
            case CertificateProblem _, DocumentProblem _ -> FAILED;
            case LedgerProblem.LogUnknown _ -> UNDETERMINED;
            case LedgerProblem.LogKeyInvalid _ -> USAGE;
            case LedgerProblem _ -> FAILED;
            case InternalProblem _ -> INTERNAL;
            // The card is there, and has no PIN to change.
            case KeyProblem.PracticePinFixed _ -> USAGE;
            case KeyProblem _, ReaderProblem _ -> KEY;
            case PinProblem _ -> PIN;
            case ListProblem.ListNoticeNewer _ -> DONE;
            case ListProblem.ListSignersBroken _, ListProblem.ListCountryUnknown _ -> USAGE;
            case ServiceProblem _, ListProblem _ -> SERVICE;
            // Only ever told beside what was done.
            case RevocationProblem _ -> DONE;
            case SettingProblem _, UsageProblem _ -> USAGE;
        };
    }

    /** Of several at once the one that counts. */
    public static int first(Collection<Integer> statuses) {
        return PRECEDENCE.stream().filter(statuses::contains).findFirst().orElse(DONE);
    }
}
