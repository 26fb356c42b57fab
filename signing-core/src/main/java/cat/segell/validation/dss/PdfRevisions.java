// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESUtils;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PdfByteRangeDocument;
import eu.europa.esig.dss.pades.validation.PdfRevision;
import eu.europa.esig.dss.pades.validation.PdfSignatureDictionary;
import eu.europa.esig.dss.pades.validation.PdfSignatureField;
import eu.europa.esig.dss.pades.validation.dss.PdfCompositeDssDictionary;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PdfCMSRevision;
import eu.europa.esig.dss.pdf.PdfDocDssRevision;
import eu.europa.esig.dss.pdf.PdfDocTimestampRevision;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.PdfDssDict;
import eu.europa.esig.dss.pdf.PdfSignatureDictionaryComparator;
import eu.europa.esig.dss.pdf.PdfSignatureRevision;
import eu.europa.esig.dss.pdf.modifications.PdfModificationDetection;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a PDF's revisions to the same end as DSS's {@code AbstractPDFSignatureService.getRevisions}, step by step, but for what leads
 * to nothing: the whole file isn't read again as the revision of its last signature, nor what precedes the first one where no
 * evidence hangs on it. DSS reads both into memory.
 */
class PdfRevisions extends PdfBoxSignatureService {

    private static final Logger LOG = LoggerFactory.getLogger(PdfRevisions.class);

    private final long size;

    /** @param size of the file */
    PdfRevisions(long size) {
        super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
        this.size = size;
    }

    @Override
    public List<PdfRevision> getRevisions(DSSDocument document, char[] password) {
        PAdESUtils.assertPdfDocument(document);
        try (PdfDocumentReader whole = loadPdfDocumentReader(document, password)) {
            Search search = new Search(document, password, whole, RevisionEnds.of(document));
            // From the last one to the first.
            Deque<Map.Entry<PdfSignatureDictionary, List<PdfSignatureField>>> signatures =
                    new ArrayDeque<>(whole.extractSigDictionaries().entrySet().stream()
                            .sorted(Map.Entry.<PdfSignatureDictionary, List<PdfSignatureField>>comparingByKey(
                                            new PdfSignatureDictionaryComparator())
                                    .reversed())
                            .toList());
            while (!signatures.isEmpty()) {
                Map.Entry<PdfSignatureDictionary, List<PdfSignatureField>> signature = signatures.remove();
                search.add(signature.getKey(), signature.getValue(), signatures.isEmpty());
            }
            return search.revisions;
        } catch (IOException e) {
            throw new DSSException("no PDF that can be read", e);
        }
    }

    /** A revision that is the file hasn't changed since: only what overlaps in the file itself is asked. */
    @Override
    protected void analyzePdfModifications(
            DSSDocument document, PdfCMSRevision revision, PdfDocumentReader last, char[] password) throws IOException {
        if (!isWhole(revision.getByteRange())) {
            super.analyzePdfModifications(document, revision, last, password);
            return;
        }
        PdfModificationDetection unchanged = new PdfModificationDetection();
        unchanged.setAnnotationOverlaps(pdfDifferencesFinder.getAnnotationOverlaps(last));
        unchanged.setPageDifferences(List.of());
        unchanged.setVisualDifferences(List.of());
        unchanged.setObjectModifications(pdfObjectModificationsFinder.find(last, last));
        revision.setModificationDetection(unchanged);
    }

    private boolean isWhole(ByteRange range) {
        return range.getFirstPartStart() == 0 && (long) range.getSecondPartStart() + range.getSecondPartEnd() == size;
    }

    /** Where it has got to, from the end backwards. */
    private final class Search {

        private final DSSDocument document;
        private final char[] password;
        private final PdfDocumentReader whole;
        private final List<PdfByteRangeDocument> ends;
        private final List<PdfRevision> revisions = new ArrayList<>();
        private final PdfCompositeDssDictionary allEvidence = new PdfCompositeDssDictionary();
        private final @Nullable PdfDssDict lastEvidence;
        private @Nullable PdfDssDict evidence;

        Search(DSSDocument document, char[] password, PdfDocumentReader whole, List<PdfByteRangeDocument> ends) {
            this.document = document;
            this.password = password;
            this.whole = whole;
            this.ends = ends;
            this.lastEvidence = whole.getDSSDictionary();
            this.evidence = lastEvidence;
            allEvidence.populateFromDssDictionary(lastEvidence);
        }

        /** Of one that can't be read nothing is told: {@link DocumentJudge} misses it. */
        void add(PdfSignatureDictionary signature, List<PdfSignatureField> fields, boolean first) {
            try {
                ByteRange range = signature.getByteRange();
                DSSDocument content = content(signature, range);
                boolean all = whole.isSignatureCoversWholeDocument(signature);
                compareWithRevision(signature, fields, range);
                DSSDocument previous = PAdESUtils.getPreviousRevision(range, ends);
                if (isDocTimestamp(signature)) {
                    revisions.add(new PdfDocTimestampRevision(signature, fields, content, previous, all));
                } else if (isSignature(signature)) {
                    PdfDssDict later =
                            revisions.stream().anyMatch(PdfDocDssRevision.class::isInstance) ? lastEvidence : null;
                    revisions.add(
                            new PdfSignatureRevision(signature, allEvidence, later, fields, content, previous, all));
                }
                if (!first || evidence != null) {
                    evidenceBefore(previous);
                }
            } catch (IOException | RuntimeException unreadable) {
                LOG.warn("a signature can't be read", unreadable);
            }
        }

        private DSSDocument content(PdfSignatureDictionary signature, ByteRange range) {
            range.setValid(validateByteRange(range, document, signature.getContents()));
            if (range.isValid()) {
                DSSDocument content = new PdfByteRangeDocument(document, range);
                range.setValid(DSSUtils.getFileByteSize(content)
                        == range.getFirstPartEnd() - range.getFirstPartStart() + range.getSecondPartEnd());
                if (range.isValid()) {
                    return content;
                }
            }
            return InMemoryDocument.createEmptyDocument();
        }

        /** The dictionary may read otherwise in the file than in what it signed. */
        private void compareWithRevision(
                PdfSignatureDictionary signature, List<PdfSignatureField> fields, ByteRange range) throws IOException {
            if (isWhole(range)) {
                compare(signature, fields, whole);
                return;
            }
            DSSDocument content = PAdESUtils.getRevisionContent(document, range);
            try (PdfDocumentReader revision = loadPdfDocumentReader(content, password)) {
                compare(signature, fields, revision);
            } catch (IOException | RuntimeException unreadable) {
                LOG.debug("a signed revision can't be read", unreadable);
            }
        }

        private void compare(
                PdfSignatureDictionary signature, List<PdfSignatureField> fields, PdfDocumentReader revision)
                throws IOException {
            List<String> names = names(fields);
            PdfSignatureDictionary signed = revision.extractSigDictionaries().entrySet().stream()
                    .filter(entry -> names(entry.getValue()).equals(names))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            signature.checkConsistency(signed);
            follow(revision.getDSSDictionary());
        }

        private void evidenceBefore(DSSDocument previous) {
            try (PdfDocumentReader revision = loadPdfDocumentReader(previous, password)) {
                follow(revision.getDSSDictionary());
            } catch (IOException | RuntimeException unreadable) {
                LOG.debug("what precedes a signature can't be read", unreadable);
            }
        }

        private void follow(@Nullable PdfDssDict earlier) {
            if (evidence != null && !evidence.equals(earlier)) {
                allEvidence.populateFromDssDictionary(evidence);
                revisions.add(new PdfDocDssRevision(allEvidence, evidence));
            }
            evidence = earlier;
        }

        private static List<String> names(List<PdfSignatureField> fields) {
            return fields.stream().map(PdfSignatureField::getFieldName).toList();
        }
    }
}
