// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.credential.PinState;
import cat.segell.text.Messages;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Marker;
import cat.segell.ui.look.Tone;
import cat.segell.ui.pin.PinModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The header's chip and the footer's line. */
final class StatusWords {

    /** Of several cards the one is told of that is nearest to signing. */
    private static final List<PinState> NEAREST_FIRST = List.of(
            PinState.READY,
            PinState.NOT_NEEDED,
            PinState.TO_BE_CHANGED,
            PinState.NOT_SET,
            PinState.LOCKED,
            PinState.PUK_LOCKED);

    private final SignViewModel model;
    private final Messages texts;

    StatusWords(SignViewModel model, Messages texts) {
        this.model = model;
        this.texts = texts;
    }

    Marker chip() {
        if (model.practiceNow()) {
            return new Marker(Tone.PRACTICE, "mdomz-school", texts.text("chip.practice"));
        }
        if (paused() && !model.cards().hasCard()) {
            return noCard();
        }
        if (model.batch().busy()) {
            return inKeyFile(model.batch().signer())
                    ? new Marker(Tone.BUSY, "mdomz-vpn_key", texts.text("chip.file"))
                    : new Marker(Tone.BUSY, "mdoal-credit_card", texts.text("chip.busy"));
        }
        if (inKeyFile(model.signers().chosen().get())) {
            return new Marker(Tone.GOOD, "mdomz-vpn_key", texts.text("chip.file"));
        }
        return model.signers().looking().get()
                ? new Marker(Tone.NEUTRAL, "mdoal-hourglass_empty", texts.text("chip.looking"))
                : card();
    }

    private static boolean inKeyFile(Optional<SignerOption> signer) {
        return signer.filter(SignerOption::inKeyFile).isPresent();
    }

    private Marker card() {
        List<SignerOption> fit = model.signers().found().get().fit();
        if (fit.isEmpty()) {
            return noCard();
        }
        Set<PinState> pins = model.signers().chosen().get().map(List::of).orElse(fit).stream()
                .map(StatusWords::pin)
                .collect(Collectors.toSet());
        return NEAREST_FIRST.stream()
                .filter(pins::contains)
                .findFirst()
                .map(this::card)
                .orElseThrow();
    }

    private static PinState pin(SignerOption signer) {
        return signer.credential().token().pin();
    }

    private Marker card(PinState pin) {
        return switch (pin) {
            case READY, NOT_NEEDED -> new Marker(Tone.GOOD, "mdoal-credit_card", texts.text("chip.ready"));
            case TO_BE_CHANGED -> new Marker(Tone.CARE, "mdoal-dialpad", texts.text("chip.first-pin"));
            case NOT_SET -> new Marker(Tone.CARE, "mdoal-dialpad", texts.text("chip.no-pin"));
            case LOCKED, PUK_LOCKED -> new Marker(Tone.BAD, "mdoal-lock", texts.text("chip.locked"));
        };
    }

    private Marker noCard() {
        if (model.cards().unavailable()) {
            return new Marker(Tone.BAD, "mdoal-error", texts.text("chip.unavailable"));
        }
        return model.cards().hasCard()
                ? new Marker(Tone.CARE, "mdoal-help_outline", texts.text("chip.unread"))
                : new Marker(Tone.BAD, "mdomz-no_sim", texts.text("chip.none"));
    }

    Marker status() {
        return switch (model.batch().phase().get()) {
            case CHECKING -> busy("status.checking");
            case OPENING -> busy(pinAwaited() ? awaited() : "status.opening");
            case SIGNING -> signing();
            case RECORDING -> busy("status.recording");
            case DONE ->
                new Marker(
                        Tone.NEUTRAL,
                        "mdoal-check_circle",
                        texts.text(
                                "status.done",
                                "time",
                                texts.language().time(model.batch().finished())));
            case IDLE -> idle();
        };
    }

    private Marker signing() {
        if (paused()) {
            return new Marker(Tone.CARE, "mdomz-warning", texts.text("pause.title"));
        }
        return pinAwaited()
                ? busy(awaited())
                : new Marker(
                        Tone.BUSY, "mdomz-sync", texts.text("status.signing", "number", number(), "count", total()));
    }

    private boolean paused() {
        return model.batch().pause().waiting().get().isPresent();
    }

    private boolean pinAwaited() {
        PinModel pin = model.batch().pin();
        return pin.question().get().isPresent() && !pin.checking().get();
    }

    private String awaited() {
        return inKeyFile(model.batch().signer()) ? "status.password" : "status.pin";
    }

    private int number() {
        return Math.min(model.batch().ended().get() + 1, total());
    }

    private int total() {
        return model.batch().rows().size();
    }

    private Marker busy(String key) {
        return new Marker(Tone.BUSY, "mdomz-sync", texts.text(key));
    }

    private Marker idle() {
        if (model.documents().reading().get() > 0) {
            return busy("status.reading");
        }
        if (model.batch().refusal().get().isPresent()) {
            return new Marker(Tone.NEUTRAL, "mdoal-info", texts.text("status.refused"));
        }
        int refused = model.documents().refused();
        if (refused > 0) {
            return new Marker(Tone.NEUTRAL, "mdoal-info", texts.text("status.problems", "count", refused));
        }
        return model.signers().chosen().get().map(this::chosen).orElseGet(this::signerMissing);
    }

    /** A card that can't sign as it is, is told of as the chip does. */
    private Marker chosen(SignerOption signer) {
        return signer.credential().token().hindrance().isEmpty()
                ? new Marker(Tone.GOOD, "mdoal-check_circle", texts.text("status.ready"))
                : new Marker(Tone.NEUTRAL, "mdoal-info", card(pin(signer)).words());
    }

    private Marker signerMissing() {
        if (model.signers().looking().get()) {
            return busy("action.looking");
        }
        boolean nobody = model.signers().found().get().fit().isEmpty();
        return new Marker(Tone.NEUTRAL, "mdoal-info", texts.text(nobody ? "status.nobody" : "status.choose"));
    }
}
