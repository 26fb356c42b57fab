// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.document.Digest;
import cat.segell.document.DocumentFile;
import cat.segell.signature.SignatureForm;
import eu.europa.esig.dss.enumerations.MimeType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.FileDocument;
import java.util.Base64;
import java.util.List;

/**
 * What is signed, as DSS sees it.
 *
 * @param document the document itself, or the signed file that one more signature becomes a part of
 * @param originals what a signed file signs that lies beside it
 * @param form as it was asked for, or as the signed file has it
 * @param signedBefore whether it is a signed file of this format
 */
record Subject(DSSDocument document, List<DSSDocument> originals, SignatureForm form, boolean signedBefore) {

    Subject {
        originals = List.copyOf(originals);
    }

    /** Unsigned in this format. */
    static Subject of(DocumentFile document, SignatureForm form) {
        return new Subject(
                document.supplied()
                        .<DSSDocument>map(digest -> digest(document, digest))
                        .orElseGet(() -> file(document)),
                List.of(),
                form,
                false);
    }

    private static DigestDocument digest(DocumentFile document, Digest digest) {
        String name = String.valueOf(document.source().getFileName());
        DigestDocument known = new DigestDocument(
                DssWords.digest(digest.algorithm()), Base64.getEncoder().encodeToString(digest.value()), name);
        known.setMimeType(MimeType.fromFileName(name));
        return known;
    }

    /** The private copy under the document's own name: formats that name what they sign get that. */
    static FileDocument file(DocumentFile document) {
        FileDocument file = new FileDocument(document.copy().toFile());
        file.setName(String.valueOf(document.source().getFileName()));
        return file;
    }
}
