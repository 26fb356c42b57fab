// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.notary;

import cat.segell.cli.Inputs;
import cat.segell.cli.notary.NotariseOutcome.Earlier;
import cat.segell.cli.notary.NotariseOutcome.Recorded;
import cat.segell.document.Digest;
import cat.segell.document.DocumentFile;
import cat.segell.document.DocumentKind;
import cat.segell.document.DocumentSearch;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.notary.Metadata;
import cat.segell.notary.NotaryEntry;
import cat.segell.notary.Receipt;
import cat.segell.notary.ReceiptFiles;
import cat.segell.notary.ReceiptReport;
import cat.segell.notary.log.EmbeddedNotary;
import cat.segell.notary.log.LogStatus;
import cat.segell.notary.proof.ReceiptVerifier;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.problem.UsageProblem.MetadataForOne;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records documents in one call and lays a receipt for each. */
final class NotariseRun {

    private static final Logger LOG = LoggerFactory.getLogger(NotariseRun.class);

    private final EmbeddedNotary notary;
    private final ReceiptFiles files;
    private final Path workFolder;
    private final Optional<Path> receipts;

    /** @param receipts folder for receipts; absent means beside each document */
    NotariseRun(EmbeddedNotary notary, ReceiptFiles files, Path workFolder, Optional<Path> receipts) {
        this.notary = notary;
        this.files = files;
        this.workFolder = workFolder;
        this.receipts = receipts;
    }

    /** @param below the path below the folder that was named */
    private record Document(Path file, Path below, Digest sha256) {}

    /** @throws ProblemException {@code METADATA-FOR-ONE}: then nothing is recorded */
    NotariseOutcome record(Inputs inputs, Metadata metadata) throws ProblemException {
        List<Recorded> failed = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        DocumentSearch search = DocumentSearch.of(inputs.resolved(), DocumentKind.ANY);
        demandOne(metadata, search.found().size() + search.missed().size());
        search.found().forEach(found -> read(found, documents, failed));
        search.missed().forEach(missed -> failed.add(Recorded.failed(missed.input(), missed.problem())));
        List<Recorded> results = new ArrayList<>();
        try {
            // Believes what this log itself has signed until now.
            ReceiptVerifier own = ReceiptVerifier.ofOwn(notary.verifierKey());
            List<List<Earlier>> earlier =
                    documents.stream().map(document -> earlier(document, own)).toList();
            List<Receipt> written = notary.record(documents.stream()
                    .map(document -> new NotaryEntry(document.sha256(), metadata))
                    .toList());
            for (int i = 0; i < documents.size(); i++) {
                results.add(lay(documents.get(i), written.get(i), earlier.get(i)));
            }
            results.addAll(failed);
            results.sort(Comparator.comparingInt(result -> inputs.position(result.input())));
            return new NotariseOutcome(results, notary.status().map(LogStatus::checkpoint));
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            documents.forEach(document -> failed.add(Recorded.failed(document.file(), e.problem())));
            return new NotariseOutcome(failed, Optional.empty());
        }
    }

    /** The log forgets nothing: a number that two documents bear must not get into it. */
    private static void demandOne(Metadata metadata, int documents) throws ProblemException {
        List<String> options = metadata.values().keySet().stream()
                .filter(Metadata.Field::ofOneDocument)
                .map(field -> "--" + field.key())
                .toList();
        if (documents > 1 && !options.isEmpty()) {
            throw new ProblemException(new MetadataForOne(options, documents));
        }
    }

    private void read(DocumentSearch.Found found, List<Document> documents, List<Recorded> failed) {
        try (WorkFolder work = WorkFolder.create(workFolder);
                DocumentFile document = DocumentFile.read(found.file(), work)) {
            Document entry = new Document(found.file(), found.below(), document.sha256());
            // The log forgets nothing: an entry whose receipt can't be laid must not be made.
            OutputFile.probe(receipt(entry).folder());
            documents.add(entry);
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            failed.add(Recorded.failed(found.file(), e.problem()));
        }
    }

    private OutputName receipt(Document document) {
        Path place = receipts.map(folder -> folder.resolve(document.below())).orElse(document.file());
        return OutputName.receipt(place);
    }

    /** The log itself can't tell: only a receipt knows which document its entry stands for. */
    private List<Earlier> earlier(Document document, ReceiptVerifier own) {
        return Stream.of(receipt(document), OutputName.receipt(document.file()))
                .distinct()
                .flatMap(place -> ReceiptsBeside.at(place).stream())
                .flatMap(receipt -> earlier(document, receipt, own).stream())
                .toList();
    }

    private static Optional<Earlier> earlier(Document document, Path receipt, ReceiptVerifier own) {
        ReceiptReport report = own.verify(document.file(), document.sha256(), receipt);
        return report.found().filter(_ -> report.valid()).map(found -> new Earlier(receipt, found.index()));
    }

    private Recorded lay(Document document, Receipt receipt, List<Earlier> earlier) {
        try {
            return Recorded.done(
                    document.file(), receipt, earlier, files.lay(receipt, document.file(), receipt(document)));
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return Recorded.lost(document.file(), receipt, earlier, e.problem());
        }
    }
}
