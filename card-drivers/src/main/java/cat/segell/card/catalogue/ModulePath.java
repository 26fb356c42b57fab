// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.catalogue;

import java.util.regex.Pattern;

/**
 * Where a module lies once its middleware is installed. {@code {lib}} stands for the folders of libraries, {@code %NAME%} for
 * one of Windows' own folders, {@code *} for anything within the file's name.
 *
 * @param confirmed whether a public source names this file
 * @param bits of the processes that can load it; ours have 64
 */
public record ModulePath(OperatingSystem system, String pattern, boolean confirmed, int bits) {

    /**
     * Only where nobody but an administrator can put a file: a catalogue, whoever wrote it, can't name the person's own
     * folders, a network share or a folder of temporary files.
     */
    private static final Pattern LINUX =
            Pattern.compile("(?:\\{lib}|/usr/lib(?:32|64)?|/usr/local/lib(?:64)?|/opt)(?:/[^/\\\\%{}]+)+");

    private static final Pattern WINDOWS = Pattern.compile(
            "%(?:SYSTEMROOT|SYSTEMDRIVE|PROGRAMFILES|PROGRAMFILES\\(X86\\))%" + "(?:\\\\[^\\\\/%{}:]+)+");

    private static final Pattern MACOS =
            Pattern.compile("(?:/Library|/Applications|/usr/local/lib|/opt/homebrew/lib)(?:/[^/\\\\%{}]+)+");

    public ModulePath {
        Pattern allowed = switch (system) {
            case LINUX -> LINUX;
            case WINDOWS -> WINDOWS;
            case MACOS -> MACOS;
        };
        if (!allowed.matcher(pattern).matches()
                || climbs(pattern)
                || folder(pattern).contains("*")) {
            throw new IllegalArgumentException("not a place for drivers: " + pattern);
        }
        if (bits != 64 && bits != 32) {
            throw new IllegalArgumentException("bits: " + bits);
        }
    }

    /** Whether a file with this name is the one that is meant, wherever it lies. */
    public boolean isNamed(String file) {
        String name = pattern.substring(folder(pattern).length() + 1);
        StringBuilder regex = new StringBuilder();
        for (String part : name.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return file.matches((system == OperatingSystem.LINUX ? "" : "(?iu)") + regex);
    }

    private static String folder(String pattern) {
        return pattern.substring(0, Math.max(pattern.lastIndexOf('/'), pattern.lastIndexOf('\\')));
    }

    private static boolean climbs(String pattern) {
        for (String name : pattern.split("[/\\\\]", -1)) {
            if (name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }
}
