// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.extend;

import cat.segell.cli.Inputs;
import cat.segell.cli.extend.ExtendResult.Extended;
import cat.segell.cli.extend.ExtendResult.Failed;
import cat.segell.cli.extend.ExtendResult.Skipped;
import cat.segell.document.DocumentFile;
import cat.segell.document.DocumentKind;
import cat.segell.document.DocumentSearch;
import cat.segell.document.DocumentSearch.Found;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputFile.Placed;
import cat.segell.document.OutputName;
import cat.segell.document.WorkFolder;
import cat.segell.problem.DocumentProblem.DocumentUnsigned;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.signature.Extender;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignedContent;
import cat.segell.validation.OriginalDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Extends documents one after another; one that can't be extended doesn't keep the others from it. */
final class ExtendRun {

    private static final Logger LOG = LoggerFactory.getLogger(ExtendRun.class);

    private final Extender extender;
    private final SignatureLevel level;
    private final Optional<Path> output;
    private final Path workFolder;
    private final LongSupplier practised;

    /**
     * @param output folder; absent means beside each document
     * @param practised how many time-stamps the practice authority has given by now
     */
    ExtendRun(Extender extender, SignatureLevel level, Optional<Path> output, Path workFolder, LongSupplier practised) {
        this.extender = extender;
        this.level = level;
        this.output = output;
        this.workFolder = workFolder;
        this.practised = practised;
    }

    /** In the order in which the files and folders were named. */
    ExtendOutcome extend(Inputs inputs) {
        DocumentSearch search = DocumentSearch.of(inputs.resolved(), DocumentKind.SIGNED);
        List<ExtendResult> results = new ArrayList<>();
        search.found().forEach(found -> results.add(extend(found)));
        search.missed().forEach(missed -> results.add(new Failed(missed.input(), missed.problem())));
        results.sort(Comparator.comparingInt(result -> inputs.position(result.input())));
        return new ExtendOutcome(level, results);
    }

    private ExtendResult extend(Found found) {
        try (WorkFolder work = WorkFolder.create(workFolder);
                DocumentFile document = DocumentFile.read(found.file(), work)) {
            OutputName asked = name(found, level);
            OutputFile.probe(asked.folder());
            long before = practised.getAsLong();
            SignedContent content = extender.extend(document, OriginalDocument.beside(document), level, work);
            document.guardUnchanged();
            return put(found, content, practised.getAsLong() > before);
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return !found.named() && e.problem() instanceof DocumentUnsigned
                    ? new Skipped(found.file())
                    : new Failed(found.file(), e.problem());
        }
    }

    private OutputName name(Found found, SignatureLevel reached) {
        return OutputName.extended(found.file(), found.below(), output, reached.name());
    }

    private ExtendResult put(Found found, SignedContent content, boolean practice) throws ProblemException {
        Placed placed = OutputFile.put(content.file(), name(found, content.level()));
        return new Extended(found.file(), placed.file(), placed.sha256(), content.level(), content.missed(), practice);
    }
}
