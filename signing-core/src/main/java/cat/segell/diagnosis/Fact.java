// SPDX-License-Identifier: EUPL-1.2
package cat.segell.diagnosis;

import cat.segell.certificate.CertificateFacts;
import cat.segell.credential.Token;
import cat.segell.problem.CertificateProblem.CertCardWithdrawn;
import cat.segell.problem.KeyProblem.PinChangeUnsupported;
import cat.segell.problem.KeyProblem.UnblockUnsupported;
import cat.segell.problem.PinProblem.PinExpired;
import cat.segell.problem.PinProblem.PinNotSet;
import cat.segell.problem.PinProblem.PinToBeChanged;
import cat.segell.problem.PinProblem.PinWrong;
import cat.segell.problem.PinProblem.PukLocked;
import cat.segell.problem.PinProblem.TokenLocked;
import cat.segell.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a probe saw. Words in it are in the language that the probe was given. */
public sealed interface Fact {

    /** @param obstacle why readers can't be asked at all */
    record ReaderService(Optional<Problem> obstacle) implements Fact {}

    record ReaderSeen(String name, Holds holds) implements Fact {}

    /** What is in a reader. */
    enum Holds {
        NOTHING,
        CARD,
        /** Something that doesn't answer. */
        MUTE,
        /** Nobody can tell. */
        UNTOLD
    }

    /**
     * A card in a reader.
     *
     * @param atr nothing where the card hasn't told it
     * @param held another program keeps it for itself
     * @param software that serves such cards, the best first; of a card that nobody knows, what serves those that it may be
     * @param others drivers that don't work, and of which nobody knows that they serve other cards only
     * @param readers drivers that do see what is on it
     */
    record CardSeen(
            String reader,
            Optional<String> atr,
            boolean held,
            CardKind kind,
            List<CardSoftware> software,
            List<Path> others,
            List<Path> readers)
            implements Fact {

        public CardSeen {
            software = List.copyOf(software);
            others = List.copyOf(others);
            readers = List.copyOf(readers);
        }

        boolean unread() {
            return readers.isEmpty();
        }

        /** Drivers on this computer that serve such cards. */
        List<Path> drivers() {
            return software.stream().flatMap(each -> each.drivers().stream()).toList();
        }

        /** Whether the card may be unread because of just this driver. */
        boolean mayNeed(Path driver) {
            return drivers().contains(driver) || others.contains(driver);
        }
    }

    /**
     * What a card is, as far as its answer tells.
     *
     * @param names what it may be, in words; none where nobody knows
     * @param notes what is peculiar about such cards, a sentence each
     * @param closed its issuer has ended its use, whichever of them it is
     */
    record CardKind(List<String> names, List<String> notes, boolean closed) {

        public CardKind {
            names = List.copyOf(names);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Software that serves cards of a kind.
     *
     * @param installing how it comes onto this computer, a sentence
     * @param drivers of it that are here
     */
    record CardSoftware(String name, Optional<String> installing, List<Path> drivers) {

        public CardSoftware {
            drivers = List.copyOf(drivers);
        }

        boolean isHere() {
            return !drivers.isEmpty();
        }
    }

    /**
     * A driver that was looked at.
     *
     * @param faults of concern to everybody
     * @param others of concern only to whoever has a card that it serves
     */
    record DriverSeen(Path module, List<Problem> faults, List<Problem> others) implements Fact {
        public DriverSeen {
            faults = List.copyOf(faults);
            others = List.copyOf(others);
        }
    }

    /**
     * @param empty nothing can be seen on it
     * @param practice it has no value but to practise
     * @param routes of its issuer
     */
    record TokenSeen(Token token, boolean empty, boolean practice, PinRoutes routes) implements Fact {}

    /**
     * What an issuer says on PINs, a sentence each.
     *
     * @param unblocking where the PIN is locked
     * @param pukLocked where what unblocks it is locked as well
     * @param changing where it must be changed
     */
    record PinRoutes(List<String> unblocking, List<String> pukLocked, List<String> changing) implements Advice {

        /** Of nobody. */
        public static final PinRoutes NONE = new PinRoutes(List.of(), List.of(), List.of());

        public PinRoutes {
            unblocking = List.copyOf(unblocking);
            pukLocked = List.copyOf(pukLocked);
            changing = List.copyOf(changing);
        }

        /** Where a PIN can't be used, or another one not be given here; nothing for what no issuer helps with. */
        @Override
        public List<String> after(Problem problem) {
            if (problem instanceof TokenLocked(String _, boolean practice)) {
                return practice ? List.of() : whereLocked();
            }
            if (problem instanceof PukLocked) {
                return pukLocked;
            }
            // Whoever doesn't know it needs no try to go on.
            if (problem instanceof PinWrong(String _, OptionalInt _, boolean practice)) {
                return practice ? List.of() : whereLocked();
            }
            // What sets a PIN is what unblocks one.
            if (problem instanceof PinNotSet || problem instanceof UnblockUnsupported) {
                return whereLocked();
            }
            boolean change = problem instanceof PinToBeChanged
                    || problem instanceof PinExpired
                    || problem instanceof PinChangeUnsupported;
            return change ? changing : List.of();
        }

        /** Few tokens tell how it stands with what unblocks them: the person hears of both. */
        public List<String> whereLocked() {
            return Stream.of(unblocking, pukLocked)
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
        }
    }

    /**
     * A certificate whose key is at hand.
     *
     * @param unfit the rule that keeps it from signing documents now
     * @param token where it lies
     * @param renewing what its issuer says on renewal, a sentence each
     */
    record CertificateSeen(
            CertificateFacts facts, Optional<Problem> unfit, Token token, boolean practice, List<String> renewing)
            implements Fact {
        public CertificateSeen {
            renewing = List.copyOf(renewing);
        }

        /** For real, as far as can be told without a PIN. */
        boolean signs() {
            return !practice && unfit.isEmpty() && token.hindrance().isEmpty();
        }
    }

    /**
     * A certificate that could sign, on a card of a kind that its issuer withdrew.
     *
     * @param advice what is known of such cards, and what the issuer says on new ones, a sentence each
     */
    record CardWithdrawn(CertificateFacts facts, CertCardWithdrawn notice, List<String> advice) implements Fact {
        public CardWithdrawn {
            advice = List.copyOf(advice);
        }
    }

    /** Something about the European trusted lists, where they are wanted. */
    record ListTrouble(Problem why) implements Fact {}

    /** Something that can't be used, and the rule that hides it. */
    record Hidden(Problem why) implements Fact {}

    /** Keys may be in a place that couldn't be looked at; or a notice that came up while looking. */
    record Unseen(Problem why) implements Fact {}
}
