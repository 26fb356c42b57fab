// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.nio.file.Path;

/** Settings, policy or the folders that Segell lives in. Exit status 2. */
public sealed interface SettingProblem extends Problem {

    record SettingsBroken(Path file, String where) implements SettingProblem {}

    /** It isn't there although it was named, or may not be read. */
    record PolicyUnreadable(Path file) implements SettingProblem {}

    /** @param place the file, or a folder or link on the way to it, that others than administrators can change */
    record PolicyUnsafe(Path file, Path place) implements SettingProblem {}

    record PolicyBroken(Path file, String where) implements SettingProblem {}

    /**
     * The policy wants to hand a variable to drivers that decides what they load or who reads what they do.
     *
     * @param name of the variable
     */
    record DriverVariableRefused(Path file, String name) implements SettingProblem {}

    /** The administrator decides this one. */
    record SettingLocked(String setting) implements SettingProblem {}

    /**
     * A file of services that can't be used.
     *
     * @param services its path, or the name of one that comes with the program
     * @param where the fault is
     */
    record ServicesBroken(String services, String where) implements SettingProblem {}

    /** With it a service would know who asks, and it can't be read, or doesn't fit its password. */
    record ServiceAccessUnusable(Path file) implements SettingProblem {}

    record HomeUnwritable(Path folder) implements SettingProblem {}

    /** Of batches: it can't be read or written, or is none. */
    record JournalUnusable(Path file) implements SettingProblem {}

    /** A newer version of Segell has written it. */
    record JournalNewer(Path file) implements SettingProblem {}

    /** Its disk has no room. */
    record JournalFull(Path file) implements SettingProblem {}

    /** There is no screen to open a window on, or nothing that draws one. */
    record DisplayNone() implements SettingProblem {}

    /** The list of known cards that was imported; the one in the build is used instead. */
    record CatalogueBroken(Path file, String where) implements SettingProblem {}

    /** It is made for another version of Segell. */
    record CatalogueFormatUnknown(Path file, int format) implements SettingProblem {}

    /** @param file the signature that isn't there */
    record CatalogueUnsigned(Path file) implements SettingProblem {}

    record CatalogueSignatureWrong(Path file) implements SettingProblem {}

    /** @param present the version that is used now */
    record CatalogueOlder(Path file, int version, int present) implements SettingProblem {}

    /** The policy names nobody who may publish one. */
    record CatalogueKeyNone() implements SettingProblem {}
}
