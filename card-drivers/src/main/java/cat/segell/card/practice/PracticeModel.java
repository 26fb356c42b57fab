// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The practice cards that there are: each stands for something that people meet at their desks. */
public enum PracticeModel {
    /** {@code practice:}: a public employee's card that just works. */
    PLAIN,
    /** High level; a signature and a log-in certificate, as on a T-CAT. */
    TCAT,
    /** A citizen's: the log-in certificate doesn't say that it is one. */
    DNIE,
    PSEUDONYM,
    /** Each signature takes its way over the network. */
    CLOUD,
    EXPIRED,
    /** In three weeks at most. */
    EXPIRING,
    /** One try of the PIN is left, and after a right one it is so again. */
    LAST_TRY,
    /** The PIN is entered on the reader, which takes a moment. */
    PIN_PAD,
    /** An old card: 700 ms a signature. */
    SLOW;

    private static final String LABEL = "Segell Practice";
    private static final Duration LONG = Duration.ofDays(3650);

    /** As in {@code practice:WORD}; empty for the plain one. */
    public String word() {
        return this == PLAIN ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<PracticeModel> of(String word) {
        return Arrays.stream(values())
                .filter(model -> model.word().equals(word))
                .findFirst();
    }

    /** All but the plain one, as they are written. */
    static List<String> words() {
        return Arrays.stream(values())
                .map(PracticeModel::word)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    String reference() {
        return "practice:" + word();
    }

    String label() {
        return this == PLAIN ? LABEL : LABEL + " " + word();
    }

    /** Entries of the PIN that are left on a new card, and after each right one. */
    int tries() {
        return this == LAST_TRY ? 1 : TryCounter.TRIES;
    }

    Duration perSignature() {
        return switch (this) {
            case SLOW -> Duration.ofMillis(700);
            case CLOUD -> Duration.ofMillis(300);
            case PLAIN, TCAT, DNIE, PSEUDONYM, EXPIRED, EXPIRING, LAST_TRY, PIN_PAD -> Duration.ZERO;
        };
    }

    PracticeHolder holder() {
        return switch (this) {
            case PLAIN, CLOUD, EXPIRED, EXPIRING, LAST_TRY, PIN_PAD, SLOW -> PracticeNames.SECRETARY;
            case TCAT -> PracticeNames.OFFICER;
            case DNIE -> PracticeNames.CITIZEN;
            case PSEUDONYM -> PracticeNames.NUMBERED;
        };
    }

    /** The keys that are made for it. */
    List<PracticeProfile> profiles() {
        return this == PLAIN
                ? List.of(PracticeProfile.values())
                : List.of(PracticeProfile.SIGNATURE, PracticeProfile.AUTHENTICATION);
    }

    Instant notAfter(Instant made) {
        return switch (this) {
            case EXPIRED -> made.minus(Duration.ofDays(10));
            case EXPIRING -> made.plus(Duration.ofDays(21));
            case PLAIN, TCAT, DNIE, PSEUDONYM, CLOUD, LAST_TRY, PIN_PAD, SLOW -> made.plus(LONG);
        };
    }
}
