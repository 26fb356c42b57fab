// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.settings.SettingsFile;
import cat.segell.problem.ProblemException;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import net.harawata.appdirs.AppDirsFactory;

/**
 * The folders that Segell lives in, owner only where the file system knows owners.
 *
 * @param preferences settings; may roam with the person
 * @param state ledger, practice card, work in progress: needs locks, so always a local disk
 * @param logs what happened, without secrets
 */
public record AppDirs(Path preferences, Path state, Path logs) {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** All state in one folder. */
    public static AppDirs in(Path home) {
        return new AppDirs(home, home, home.resolve("log"));
    }

    /** Where this platform keeps such things. */
    public static AppDirs ofPlatform() {
        net.harawata.appdirs.AppDirs platform = AppDirsFactory.getInstance();
        // No version and no author: the folders outlive both.
        return new AppDirs(
                Path.of(platform.getUserConfigDir("segell", null, null, true)),
                Path.of(platform.getUserDataDir("segell", null, null, false)),
                Path.of(platform.getUserLogDir("segell", null, null)));
    }

    /**
     * Makes what is missing.
     *
     * @throws ProblemException {@code HOME-UNWRITABLE}
     */
    public AppDirs make() throws ProblemException {
        for (Path folder : new Path[] {preferences, state, logs}) {
            makePrivate(folder);
        }
        return this;
    }

    private static void makePrivate(Path folder) throws ProblemException {
        try {
            if (POSIX) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new ProblemException(new HomeUnwritable(folder), e);
        }
        if (!Files.isWritable(folder)) {
            throw new ProblemException(new HomeUnwritable(folder));
        }
    }

    public SettingsFile settings() {
        return new SettingsFile(preferences.resolve("settings.json"));
    }

    /** PEM files that this person believes. */
    public Path trust() {
        return state.resolve("trust");
    }

    /** The last good European trusted lists. */
    public Path trustedLists() {
        return state.resolve("trusted-lists");
    }

    /** Who may sign the list of lists, where somebody laid such a file. */
    public Path listSigners() {
        return state.resolve("lotl.pem");
    }

    /** Which notices were given when. */
    public Path notices() {
        return state.resolve("notices");
    }

    /** Who signed last, as a hash. */
    public Path signer() {
        return state.resolve("signer");
    }

    /** What was signed together, and how far it is. */
    public Path batches() {
        return state.resolve("batches");
    }

    public Path ledger() {
        return state.resolve("ledger");
    }

    /** For receipts that can't be laid beside their documents. */
    public Path receipts() {
        return state.resolve("receipts");
    }

    public Path practice() {
        return state.resolve("practice");
    }

    /** For private copies of documents. */
    public Path work() {
        return state.resolve("work");
    }

    /** A catalogue of cards that was imported. */
    public Path catalogue() {
        return state.resolve("catalogue");
    }

    /** For native libraries that are laid out before they are loaded. */
    public Path natives() {
        return state.resolve("native");
    }
}
