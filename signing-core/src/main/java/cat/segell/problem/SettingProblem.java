// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.nio.file.Path;

/** Settings, policy or the folders that Segell lives in. Exit status 2. */
public sealed interface SettingProblem extends Problem {

    record SettingsBroken(Path file, String where) implements SettingProblem {}

    /** It isn't there although it was named, or may not be read. */
    record PolicyUnreadable(Path file) implements SettingProblem {}

    record PolicyBroken(Path file, String where) implements SettingProblem {}

    /**
     * The policy wants to hand a variable to drivers that decides what they load or who reads what they do.
     *
     * @param name of the variable
     */
    record DriverVariableRefused(Path file, String name) implements SettingProblem {}

    /** The administrator decides this one. */
    record SettingLocked(String setting) implements SettingProblem {}

    record HomeUnwritable(Path folder) implements SettingProblem {}

    /** There is no screen to open a window on. */
    record DisplayNone() implements SettingProblem {}
}
