// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation;

/** Why a verdict is what it is; each has its sentence in three languages. */
public enum Reason {
    /** The bytes that were signed are not the ones in the file. */
    DOCUMENT_CHANGED,
    /** Signature or time-stamp lie apart from the document, and are of another one than this, or of another version. */
    OTHER_ORIGINAL,
    /** It signs several documents that lie apart from it, and not all of them are here. */
    OTHERS_MISSING,
    /** Something was added behind the last signature that is more than evidence or a permitted form entry. */
    CHANGED_AFTER_SIGNING,
    /** Filled in or annotated later, as the signature permits. */
    PERMITTED_CHANGE,
    /** Part of what the file holds is not signed, or need not be what was signed. */
    COVERS_PART,
    /** It can be read in more than one way: names that stand for several things. */
    AMBIGUOUS,
    /** The file had to be repaired to be read. */
    REPAIRED,
    SIGNATURE_BROKEN,
    /** A CMS that signs its content alone, and neither a date nor whose certificate is meant: it could have been rewritten. */
    UNBOUND,
    /** Of a counter-signature: it doesn't sign the signature in which it stands, or can't be read at all. */
    COUNTER_APART,
    /** The signer's certificate is not there, so nobody can tell whether the signature is theirs. */
    CERT_MISSING,
    ISSUER_UNKNOWN,
    /** Beside an unknown issuer: its holder issued it, so no authority could be named. */
    SELF_SIGNED,
    CERT_EXPIRED,
    CERT_NOT_YET_VALID,
    CERT_REVOKED,
    REVOCATION_UNKNOWN,
    ALGORITHM_WEAK,
    TIMESTAMP_BROKEN,
    TIMESTAMP_UNTRUSTED,
    /** Of a signature that is not practice itself. */
    TIMESTAMP_PRACTICE,
    CERT_NOT_FOR_SIGNING,
    /** Of a valid one: the signer's own certificate is an anchor, so neither its issuer nor its revocation was asked for. */
    SIGNER_TRUSTED,
    /** None of the others: the indication says what the validation engine found. */
    OTHER,
    /** Made by practice means: no legal value, whatever the reasons before this one are. */
    PRACTICE
}
