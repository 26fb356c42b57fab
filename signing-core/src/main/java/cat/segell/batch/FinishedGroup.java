// SPDX-License-Identifier: EUPL-1.2
package cat.segell.batch;

import cat.segell.batch.DocumentResult.Failed;
import cat.segell.batch.DocumentResult.Made;
import cat.segell.batch.DocumentResult.Pending;
import cat.segell.batch.DocumentResult.Signed;
import cat.segell.batch.FinishingStep.Broken;
import cat.segell.batch.FinishingStep.Over;
import cat.segell.batch.FinishingStep.Signature;
import cat.segell.batch.FinishingStep.ToPlace;
import cat.segell.document.OutputFile;
import cat.segell.document.OutputFile.Announced;
import cat.segell.document.OutputFile.Placed;
import cat.segell.document.OutputName;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignedContent;
import cat.segell.signature.Signer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From signature values to files in their places; what becomes of several documents is written down at once. */
final class FinishedGroup {

    private static final Logger LOG = LoggerFactory.getLogger(FinishedGroup.class);

    private final Signer signer;
    private final JournalEntry journal;
    private final Consumer<Path> unwritable;
    private final Consumer<Over> ended;

    /**
     * @param unwritable told of a folder into which nothing could be put
     * @param ended told of each document, in order, after the journal
     */
    FinishedGroup(Signer signer, JournalEntry journal, Consumer<Path> unwritable, Consumer<Over> ended) {
        this.signer = signer;
        this.journal = journal;
        this.unwritable = unwritable;
        this.ended = ended;
    }

    /** @throws RuntimeException a mistake of ours, when all that it doesn't concern is in its place */
    void finish(List<FinishingStep> steps) {
        List<FinishingStep> completed = steps.stream().map(this::complete).toList();
        Optional<Problem> unkept = announce(completed);
        List<RuntimeException> mistakes = new ArrayList<>();
        for (FinishingStep step : completed) {
            try {
                end(step, unkept);
            } catch (RuntimeException e) {
                mistakes.add(e);
            }
        }
        if (!mistakes.isEmpty()) {
            throw mistakes.getFirst();
        }
    }

    private void end(FinishingStep step, Optional<Problem> unkept) {
        Over over = over(step, unkept);
        journal.ended(over.index(), over.result());
        ended.accept(over);
    }

    private FinishingStep complete(FinishingStep step) {
        if (!(step instanceof Signature(int index, Prepared.Ready prepared, byte[] value))) {
            return step;
        }
        try {
            SignedContent content = signer.complete(prepared.document(), value, prepared.work());
            prepared.file().guardUnchanged();
            return new ToPlace(index, prepared, content, announced(content, prepared.place()));
        } catch (ProblemException e) {
            return failed(index, prepared, e);
        } catch (RuntimeException e) {
            prepared.close();
            return new Broken(index, e);
        }
    }

    private static Announced announced(SignedContent content, OutputName place) throws ProblemException {
        return content.sha256().isPresent()
                ? OutputFile.announce(content.sha256().get(), place)
                : OutputFile.announce(content.file(), place);
    }

    /** @return why nothing may be put anywhere */
    private Optional<Problem> announce(List<FinishingStep> steps) {
        List<JournalEntry.Placing> placings = steps.stream()
                .filter(ToPlace.class::isInstance)
                .map(ToPlace.class::cast)
                .map(each -> new JournalEntry.Placing(
                        each.index(),
                        each.prepared().file().sha256(),
                        each.announced(),
                        each.content().level(),
                        pending(each)))
                .toList();
        try {
            if (!placings.isEmpty()) {
                journal.placing(placings);
            }
            return Optional.empty();
        } catch (ProblemException e) {
            LOG.info("{}", ProblemTrace.of(e));
            return Optional.of(e.problem());
        }
    }

    private Over over(FinishingStep step, Optional<Problem> unkept) {
        return switch (step) {
            case Over over -> over;
            case ToPlace toPlace -> place(toPlace, unkept);
            case Broken(int _, RuntimeException mistake) -> throw mistake;
            case Signature _ -> throw new IllegalStateException("not completed");
        };
    }

    private Over place(ToPlace step, Optional<Problem> unkept) {
        try {
            if (unkept.isPresent()) {
                throw new ProblemException(unkept.get());
            }
            Placed placed = OutputFile.place(step.content().file(), step.announced());
            step.prepared().close();
            return new Over(step.index(), signed(step, placed));
        } catch (ProblemException e) {
            unwritable.accept(step.prepared().place().folder());
            return failed(step.index(), step.prepared(), e);
        }
    }

    private static Signed signed(ToPlace step, Placed placed) {
        PreparedDocument document = step.prepared().document();
        SignedContent content = step.content();
        Path usual = step.prepared().place().candidate(1);
        return new Signed(
                step.prepared().file().source(),
                placed.file(),
                Optional.of(usual).filter(first -> !first.equals(placed.file())),
                placed.sha256(),
                new Made(document.form(), content.level(), document.field()),
                pending(step),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Pending> pending(ToPlace step) {
        return step.content()
                .missed()
                .map(why -> new Pending(step.prepared().document().profile().level(), why));
    }

    private static Over failed(int index, Prepared.Ready prepared, ProblemException e) {
        LOG.info("{}", ProblemTrace.of(e));
        prepared.close();
        return new Over(index, new Failed(prepared.file().source(), e.problem()));
    }
}
