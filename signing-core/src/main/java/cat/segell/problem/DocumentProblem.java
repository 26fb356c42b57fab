// SPDX-License-Identifier: EUPL-1.2
package cat.segell.problem;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One document can't be read, signed, verified or written; the others of a batch go on. Exit status 1. */
public sealed interface DocumentProblem extends Problem {

    record DocumentMissing(Path file) implements DocumentProblem {}

    record DocumentUnreadable(Path file) implements DocumentProblem {}

    record DocumentEmpty(Path file) implements DocumentProblem {}

    /** This kind of file can't be signed (or verified) by this version. */
    record DocumentNotPdf(Path file) implements DocumentProblem {}

    /** Nothing that can hold a signature, or one of a kind that isn't read. */
    record SignatureUnreadable(Path file) implements DocumentProblem {}

    /** A signature within the document was asked for that only XML can hold. */
    record DocumentNotXml(Path file) implements DocumentProblem {}

    /** XML that declares a document type, which can make it read differently elsewhere. */
    record DocumentDoctype(Path file) implements DocumentProblem {}

    /** An XML file that is one signature and nothing else: no second one fits in. */
    record SignatureAlone(Path file) implements DocumentProblem {}

    /** A JWS in its compact form, which has no place for anything beside its one signature. */
    record SignatureCompact(Path file) implements DocumentProblem {}

    /** A JWS whose signatures take what they sign in a way that a further one can't share. */
    record SignatureUnmatched(Path file) implements DocumentProblem {}

    /** It holds signatures in a way that knows none of a signature. */
    record CounterSignatureUnsupported(Path file) implements DocumentProblem {}

    /** What was to be counter-signed is a counter-signature itself. */
    record CounterSignatureNested(Path file, int number) implements DocumentProblem {}

    /** An archive time-stamp is over the signature as it is. */
    record CounterSignatureSealed(Path file, int number) implements DocumentProblem {}

    /** The signature that was to be counter-signed doesn't hold. */
    record CounterSignatureUnfit(Path file, int number) implements DocumentProblem {}

    /** What a counter-signature signs was asked for: it is a signature. */
    record RevisionOfSignature(Path file, int number) implements DocumentProblem {}

    /** A signature in a file of its own, and what it signs isn't there. */
    record OriginalMissing(Path file) implements DocumentProblem {}

    /** Cut off or broken so that it would have to be repaired: a repaired file is not what the person saw. */
    record DocumentDamaged(Path file) implements DocumentProblem {}

    /** It would take more memory than is good to open it: content packed or nested without measure. */
    record DocumentTooDemanding(Path file) implements DocumentProblem {}

    /** @param most in MB, that can be signed so */
    record DocumentTooBig(Path file, long most) implements DocumentProblem {}

    record DocumentNoPages(Path file) implements DocumentProblem {}

    /** Needs a password to open. */
    record DocumentEncrypted(Path file) implements DocumentProblem {}

    /** Opens without a password, but its owner forbids changes. */
    record DocumentRestricted(Path file) implements DocumentProblem {}

    /** A report of its signatures was asked for, and none can be told of. */
    record ReportEmpty(Path file) implements DocumentProblem {}

    /**
     * The same person has signed it, and their signature holds: with the key that is chosen, or with one that an authority of its
     * certificate has certified to be theirs.
     *
     * @param signedAt as the signature says
     */
    record SignedByHolder(Path file, String holder, Optional<Instant> signedAt) implements DocumentProblem {
        @Override
        public boolean isNotice() {
            return true;
        }
    }

    /** A copy for reading is made of PDFs alone: other files have no pages. */
    record CopyNotPdf(Path file) implements DocumentProblem {}

    /** A copy for reading says who signed. */
    record CopyUnsigned(Path file) implements DocumentProblem {}

    /** A signature isn't valid, or something was changed later: a copy would make it look proper. */
    record CopyInvalid(Path file) implements DocumentProblem {}

    /** There is nothing to add to. */
    record DocumentUnsigned(Path file) implements DocumentProblem {}

    /** A signature isn't valid, or its certificate was revoked: nothing is worth keeping longer. */
    record SignatureUnfit(Path file) implements DocumentProblem {}

    /** A signature that is none of ETSI's baseline profiles: only those have levels. */
    record SignatureNoLevel(Path file) implements DocumentProblem {}

    /** Evidence is gathered only of certificates whose authority is believed here. */
    record EvidenceUntrusted(Path file) implements DocumentProblem {}

    /** It has that level already. */
    record LevelReached(Path file, String level) implements DocumentProblem {}

    /** @param waiting fields that nobody has signed yet */
    record FieldUnknown(Path file, String field, List<String> waiting) implements DocumentProblem {
        public FieldUnknown {
            waiting = List.copyOf(waiting);
        }
    }

    /** @param waiting fields that nobody has signed yet */
    record FieldSigned(Path file, String field, List<String> waiting) implements DocumentProblem {
        public FieldSigned {
            waiting = List.copyOf(waiting);
        }
    }

    /** @param demands of its author that this signature would not meet, as ISO 32000 names them */
    record FieldDemands(Path file, String field, List<String> demands) implements DocumentProblem {
        public FieldDemands {
            demands = List.copyOf(demands);
        }
    }

    /** @param page as it was asked for, from 1, or from the end where it is negative */
    record PageMissing(Path file, int page, int pages) implements DocumentProblem {}

    /** @param width of the page as it is shown, in points, as the height */
    record VisibleOutside(Path file, int page, int width, int height) implements DocumentProblem {}

    /**
     * Nobody could read a name in it.
     *
     * @param width of the box, in points, as all of these
     */
    record VisibleTooSmall(Path file, int width, int height, int leastWidth, int leastHeight)
            implements DocumentProblem {}

    /** The box lies over a field or a note that the document has there. */
    record VisibleCovers(Path file) implements DocumentProblem {}

    /** Pages can't be stamped any more without breaking the signatures that are there. */
    record VisibleAfterOthers(Path file) implements DocumentProblem {}

    /** In points: the page has no empty place of this size. */
    record VisibleNoRoom(Path file, int page, int width, int height) implements DocumentProblem {}

    /** Only the first signer says what may be changed later. */
    record CertifyNotFirst(Path file) implements DocumentProblem {}

    /** Its author certified it with no changes allowed (DocMDP 1). */
    record DocumentCertified(Path file) implements DocumentProblem {}

    /** It changed on disk between reading and writing. */
    record DocumentChanged(Path file) implements DocumentProblem {}

    /** A signed file that lacked something isn't any more what Segell wrote: nothing is done to it. */
    record PendingFileChanged(Path file) implements DocumentProblem {}

    /** A signed file that lacked something isn't where Segell laid it. */
    record PendingFileGone(Path file) implements DocumentProblem {}

    /**
     * A digest was given for it, and it is there, and its digest is another.
     *
     * @param digest its own, of the same function
     */
    record DigestDiffers(Path file, String digest) implements DocumentProblem {}

    record FolderUnreadable(Path folder) implements DocumentProblem {}

    record FolderEmpty(Path folder, Counted counted) implements DocumentProblem {}

    /** What of a folder counts as a document for what is to be done with it. */
    enum Counted {
        PDF,
        /** PDFs, and what is called as signatures and time-stamps are. */
        SIGNED,
        ANY
    }

    record OutputUnwritable(Path folder) implements DocumentProblem {}

    /** @param file that is where the folder, or one above it, would have to be */
    record OutputNotFolder(Path file) implements DocumentProblem {}

    /** The file system has no names, or no paths, of this length. */
    record OutputNameTooLong(Path file) implements DocumentProblem {}

    record DiskFull(Path folder) implements DocumentProblem {}

    /** Not started or not finished because the person stopped the batch. */
    record SigningStopped(Path file) implements DocumentProblem {}

    /** @param number of a signature of which something was asked for, from 1 */
    record RevisionUnknown(Path file, int number, int signatures) implements DocumentProblem {}

    /** What this signature signed can't be told any more. */
    record RevisionBroken(Path file, int number) implements DocumentProblem {}

    /** What is signed is a file beside it. */
    record RevisionApart(Path file) implements DocumentProblem {}

    /** One signature signs several documents. */
    record RevisionSeveral(Path file, int number) implements DocumentProblem {}
}
