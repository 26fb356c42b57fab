// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.nio.file.Path;
import java.util.List;

/** Asked in a way that can't be understood or met. Exit status 2. */
public sealed interface UsageProblem extends Problem {

    /**
     * @param detail what the parser says: names and values of options, never a secret
     * @param command with which it was tried, such as {@code segell cards}
     */
    record UsageInvalid(String detail, String command) implements UsageProblem {}

    /** Not one of the KEY forms. */
    record KeyReferenceInvalid(String key) implements UsageProblem {}

    /**
     * A pkcs11: address with a part that can't be used.
     *
     * @param part its name, never its value
     */
    record KeyAddressInvalid(String part, AddressFault fault) implements UsageProblem {}

    /** What is wrong with a part of an address. */
    enum AddressFault {
        UNKNOWN,
        /** It would hold a PIN, or say where one is. */
        SECRET,
        TWICE,
        /** A percent sign without two hexadecimal digits, or what no file can be called. */
        ESCAPE,
        /** No equals sign. */
        BARE,
        /** Nothing between two separators, or behind the last one. */
        EMPTY
    }

    /** A folder was named where one file is wanted. */
    record FileIsFolder(Path file) implements UsageProblem {}

    /** Another policy was named, and this computer has its own. */
    record PolicyFixed(Path policy) implements UsageProblem {}

    /** No practice card of this name, or no such fault of it. */
    record PracticeUnknown(String word, List<String> choices) implements UsageProblem {}

    /** It is there for the words of a signature, and no picture that can be put beside them. */
    record LogoUnusable(Path file) implements UsageProblem {}

    /** @param batch its identifier, or what somebody took for one */
    record BatchUnknown(String batch) implements UsageProblem {}

    /** Another process works at it. */
    record BatchInUse(String batch) implements UsageProblem {}

    /** Nothing of it is left to sign. */
    record BatchDone(String batch) implements UsageProblem {}

    record FormatUnsupported(String format) implements UsageProblem {}

    /**
     * @param packaging that was asked for
     * @param choices those that the format has
     */
    record PackagingUnsupported(String format, String packaging, List<String> choices) implements UsageProblem {
        public PackagingUnsupported {
            choices = List.copyOf(choices);
        }
    }

    /** @param algorithms whose digests are signed */
    record SuppliedDigestInvalid(DigestFault fault, List<String> algorithms) implements UsageProblem {
        public SuppliedDigestInvalid {
            algorithms = List.copyOf(algorithms);
        }
    }

    /** What is wrong with a digest. */
    enum DigestFault {
        /** No name of a function before a colon. */
        NAMELESS,
        /** Of a function that isn't among those. */
        FUNCTION,
        /** Other signs than hexadecimal digits. */
        DIGITS,
        /** Too few digits for this function, or too many. */
        LENGTH
    }

    /** A document was named for a signature that isn't apart from its own. */
    record OriginalUnused(Path file) implements UsageProblem {}

    /** @param needed option without which this one says nothing */
    record OptionAlone(String option, String needed) implements UsageProblem {}

    /** Two options that exclude each other, or one that a format doesn't have. */
    record OptionsApart(String option, String other) implements UsageProblem {}

    /** Its hash and address aren't known here, and weren't given. */
    record SignaturePolicyUnknown(String oid) implements UsageProblem {}

    /** The name of a file says that it is something else than what would be written. */
    record OutputEnding(Path file, String ending) implements UsageProblem {}

    /** What was to be written is there, and nothing is written over. */
    record OutputExists(Path file) implements UsageProblem {}

    /** @param endings that say what a report is to be */
    record ReportUnknown(Path file, List<String> endings) implements UsageProblem {
        public ReportUnknown {
            endings = List.copyOf(endings);
        }
    }

    /** A report of this form tells of one file. */
    record ReportForOne(Path file) implements UsageProblem {}

    /** @param most signs that such a code may have */
    record CsvInvalid(int most) implements UsageProblem {}

    /**
     * @param template of an address, as it was given or set
     * @param place what stands for the code in one
     * @param most signs that it may have
     */
    record CsvUrlInvalid(String template, String place, int most) implements UsageProblem {}

    /** @param choices the levels that there are for what was to be done */
    record LevelUnsupported(String level, List<String> choices) implements UsageProblem {
        public LevelUnsupported {
            choices = List.copyOf(choices);
        }
    }

    /** Level T was asked for, and no authority is configured. */
    record TsaNone() implements UsageProblem {}

    record TsaAddressInvalid(String address) implements UsageProblem {}

    record TrustUnreadable(Path file) implements UsageProblem {}

    /** @param field series, number, version or another value of a receipt */
    record MetadataInvalid(String field) implements UsageProblem {}

    /**
     * Several documents were named, and something was said that is true of one alone.
     *
     * @param options with which it was said
     */
    record MetadataForOne(List<String> options, int documents) implements UsageProblem {
        public MetadataForOne {
            options = List.copyOf(options);
        }
    }
}
