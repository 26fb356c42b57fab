// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.timestamp;

import cat.segell.cli.Inputs;
import cat.segell.cli.timestamp.TimestampResult.Failed;
import cat.segell.cli.timestamp.TimestampResult.Stamped;
import cat.segell.document.Digest;
import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.DocumentKind;
import cat.segell.document.DocumentSearch;
import cat.segell.document.DocumentSearch.Found;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.timestamp.TimestampStatement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stamps documents one after another; one that can't be stamped doesn't keep the others from it. */
final class TimestampRun {

    private static final Logger LOG = LoggerFactory.getLogger(TimestampRun.class);

    private final TimestampAuthority authority;
    private final DigestAlgorithm digest;
    private final Optional<Path> output;
    private final Path workFolder;

    /**
     * @param digest what of a document reaches the authority
     * @param output folder; absent means beside each document
     */
    TimestampRun(TimestampAuthority authority, DigestAlgorithm digest, Optional<Path> output, Path workFolder) {
        this.authority = authority;
        this.digest = digest;
        this.output = output;
        this.workFolder = workFolder;
    }

    /** In the order in which the files and folders were named. */
    TimestampOutcome stamp(Inputs inputs) {
        DocumentSearch search = DocumentSearch.of(inputs.resolved(), DocumentKind.ANY);
        List<TimestampResult> results = new ArrayList<>();
        search.found().forEach(found -> results.add(stamp(found)));
        search.missed().forEach(missed -> results.add(new Failed(missed.input(), missed.problem())));
        results.sort(Comparator.comparingInt(result -> inputs.position(result.input())));
        return new TimestampOutcome(results);
    }

    private TimestampResult stamp(Found found) {
        try (WorkFolder work = WorkFolder.create(workFolder);
                DocumentFile document = DocumentFile.read(found.file(), work)) {
            OutputName name = OutputName.timestamp(found.file(), found.below(), output);
            OutputFile.probe(name.folder());
            byte[] token = authority.token(imprint(document, work));
            document.guardUnchanged();
            Path placed = OutputFile.put(new ByteArrayInputStream(token), name);
            return new Stamped(found.file(), placed, document.sha256(), TimestampStatement.of(token));
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return new Failed(found.file(), e.problem());
        }
    }

    private Digest imprint(DocumentFile document, WorkFolder work) throws ProblemException {
        if (digest == DigestAlgorithm.SHA256) {
            return document.sha256();
        }
        try (InputStream content = Files.newInputStream(document.copy())) {
            return digest.of(content);
        } catch (IOException e) {
            throw work.unwritable(e);
        }
    }
}
