// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.pin;

import cat.segell.app.keys.PinUseWords;
import cat.segell.cli.Out;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinUse;
import cat.segell.credential.Token;
import cat.segell.problem.PinProblem;
import cat.segell.problem.PinProblem.PinOnlyByHand;
import cat.segell.problem.ProblemException;
import java.util.Optional;

/**
 * Says, as soon as it is known and once only, that a card wants its PIN for each document of a batch; to whoever types it, before
 * it is known, that it may.
 */
public final class PinUseNote implements PinEntry {

    private final PinEntry person;
    private final Out out;
    private final int documents;
    private Optional<PinUse> told = Optional.empty();

    /** @param documents of the batch */
    public PinUseNote(PinEntry person, Out out, int documents) {
        this.person = person;
        this.out = out;
        this.documents = documents;
    }

    /** @param token whose PIN it is */
    public void tell(PinUse use, Token token) {
        if (!isSaid(use)) {
            new PinUseWords(out.texts()).of(use, token.keypad(), documents).ifPresent(words -> {
                told = Optional.of(use);
                out.note(words);
            });
        }
    }

    /** That one entry serves them all is said, whether the card then wants it each time or not. */
    private boolean isSaid(PinUse use) {
        boolean before = use == PinUse.UNKNOWN || use == PinUse.UNKNOWN_ONE_ENTRY;
        return (before && person instanceof PinFromFile)
                || told.equals(Optional.of(use))
                || (use == PinUse.EACH_SIGNATURE_ONE_ENTRY && told.equals(Optional.of(PinUse.UNKNOWN_ONE_ENTRY)));
    }

    /**
     * @throws ProblemException {@code PIN-ONLY-BY-HAND} too: where each document wants an entry of its own, what a file holds is
     *     sent at most for the first of several, where the card tells only then, however often it could be read
     */
    @Override
    public Pin ask(PinRequest request) throws ProblemException {
        if (request.use() == PinUse.EACH_SIGNATURE && documents > 1 && person instanceof PinFromFile) {
            throw new ProblemException(new PinOnlyByHand(request.token().label()));
        }
        tell(request.use(), request.token());
        return person.ask(request);
    }

    @Override
    public Waiting onReader(PinRequest request, Runnable cancel) throws ProblemException {
        tell(request.use(), request.token());
        return person.onReader(request, cancel);
    }

    @Override
    public boolean another(PinProblem refusal) {
        return person.another(refusal);
    }

    @Override
    public void accepted(Token token) {
        person.accepted(token);
    }
}
