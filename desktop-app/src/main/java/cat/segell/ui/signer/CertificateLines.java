// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.card.catalogue.Route;
import cat.segell.certificate.CertificateFacts;
import cat.segell.certificate.ExpiryStage;
import cat.segell.certificate.Renewal;
import cat.segell.problem.CertificateProblem.CertExpiresSoon;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemText;
import cat.segell.ui.desk.HiddenSigner;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.look.Marker;
import cat.segell.ui.look.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What is said of a certificate to choose: organisation first, then position and holder, then where it is and until when. */
final class CertificateLines {

    /** From this size of text on there is no room for two columns. */
    private static final double ONE_COLUMN = 1.5;

    private final Look look;
    private final TokenWords tokens;
    private final Optional<String> holder;
    private final Instant now;

    /** @param holder told once for all, where all are the same person's */
    CertificateLines(Look look, TokenWords tokens, Optional<String> holder, Instant now) {
        this.look = look;
        this.tokens = tokens;
        this.holder = holder;
        this.now = now;
    }

    Node of(SignerOption option) {
        return of(option, second(option.facts()));
    }

    /** With why nobody can sign with it now. */
    Node greyed(SignerOption option) {
        String who = second(option.facts());
        String why = why(option.unfit().orElseThrow());
        return of(option, who.isEmpty() ? why : who + " · " + why);
    }

    private Node of(SignerOption option, String second) {
        Node columns = columns(left(first(option.facts()), second), life(option));
        // As wide as it needs: kind, holder, name and reader are too much for a column.
        VBox all = new VBox(
                look.px(6), columns, look.label(tokens.of(option.credential().token()), "caption"));
        option.renewal().map(this::route).ifPresent(words -> all.getChildren().add(look.label(words, "caption")));
        HBox.setHgrow(all, Priority.ALWAYS);
        return all;
    }

    private String route(Route renewal) {
        return renewal.in(look.language());
    }

    Node of(HiddenSigner hidden) {
        ProblemText why = ProblemText.of(hidden.why(), look.language());
        VBox left = left(name(hidden), why.title());
        left.getChildren().addAll(look.label(why.cause(), "caption"), look.label(why.code(), "code"));
        HBox.setHgrow(left, Priority.ALWAYS);
        return left;
    }

    private String why(Problem problem) {
        return ProblemText.of(problem, look.language()).title();
    }

    private static String first(CertificateFacts facts) {
        return facts.organisation().map(SignerWords::tied).orElse(facts.holder());
    }

    private static String name(HiddenSigner hidden) {
        return hidden.facts().map(CertificateFacts::holder).orElse(hidden.key());
    }

    private String second(CertificateFacts facts) {
        boolean saidAlready = facts.organisation().isEmpty()
                || holder.filter(facts.holder()::equals).isPresent();
        return String.join(
                ", ",
                Stream.of(facts.position(), Optional.of(facts.holder()).filter(_ -> !saidAlready))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Label life(SignerOption option) {
        Optional<CertExpiresSoon> soon = Renewal.soon(option.facts(), now);
        return soon.isPresent()
                ? new Marker(tone(ExpiryStage.of(soon.get())), "mdomz-schedule", life(soon.get())).tag(look)
                : look.label(
                        look.texts()
                                .text("chooser.valid", "date", option.facts().notAfter()),
                        "caption");
    }

    private static Tone tone(ExpiryStage stage) {
        return switch (stage) {
            case AHEAD -> Tone.NEUTRAL;
            case NEAR -> Tone.CARE;
            case PRESSING -> Tone.BAD;
        };
    }

    private String life(CertExpiresSoon soon) {
        return look.texts().text("chooser.ends-soon", "count", soon.days());
    }

    /** All that the card shows, in one sentence. */
    String spoken(SignerOption option) {
        List<String> parts = new ArrayList<>();
        parts.add(SignerWords.name(option));
        option.unfit().map(this::why).ifPresent(parts::add);
        parts.add(tokens.of(option.credential().token()));
        parts.add(life(option).getText());
        option.renewal().map(this::route).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    String spoken(HiddenSigner hidden) {
        ProblemText why = ProblemText.of(hidden.why(), look.language());
        return name(hidden) + ", " + why.title() + ". " + why.cause();
    }

    private VBox left(String first, String second) {
        VBox left = new VBox(look.px(2), look.foreign(first, "section"));
        if (!second.isEmpty()) {
            left.getChildren().add(look.foreign(second, "fact", "second"));
        }
        return left;
    }

    private Node columns(VBox left, Label beside) {
        boolean one = look.scale() >= ONE_COLUMN;
        VBox right = new VBox(beside);
        right.setAlignment(one ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        beside.setTextAlignment(one ? TextAlignment.LEFT : TextAlignment.RIGHT);
        Pane both = one ? new VBox(look.px(6), left, right) : new HBox(look.px(14), left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        return both;
    }
}
