// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.look.Marker;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.Screen;
import cat.segell.ui.run.ResultTable;
import cat.segell.ui.system.Outside;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** The Sign screen as the window's frame sees it. */
public final class SignScreen implements Screen {

    static final String ICON = "mdal-border_color";

    private final SignViewModel model;
    private Optional<SignView> view = Optional.empty();
    private Optional<StatusWords> words = Optional.empty();
    private Optional<Look> look = Optional.empty();

    public SignScreen(SignViewModel model) {
        this.model = model;
    }

    @Override
    public Node build(Frame frame, Bag bag) {
        Look built = Look.of(frame.appearance(), SignScreen.class, "sign");
        look = Optional.of(built);
        words = Optional.of(new StatusWords(model, built.texts()));
        SignView fresh = new SignView(model, built, frame, bag);
        view = Optional.of(fresh);
        return fresh.node();
    }

    /** Loads what the first signature will show, before it is shown. */
    public void rehearse(Executor work, Outside outside) {
        Look ours = look.orElseThrow();
        work.execute(() -> new ResultTable(ours, outside, _ -> {}).rehearse());
    }

    @Override
    public String title() {
        return look.orElseThrow().texts().text("title");
    }

    @Override
    public String icon() {
        return ICON;
    }

    @Override
    public ObservableValue<Marker> chip() {
        return Bindings.createObjectBinding(
                () -> words.orElseThrow().chip(),
                model.cards().readers(),
                model.signers().looking(),
                model.signers().chosen(),
                model.signers().found(),
                model.batch().pause().waiting(),
                model.batch().phase());
    }

    @Override
    public ObservableValue<Marker> status() {
        return Bindings.createObjectBinding(
                () -> words.orElseThrow().status(),
                model.batch().phase(),
                model.batch().ended(),
                model.batch().refusal(),
                model.batch().pause().waiting(),
                model.batch().pin().question(),
                model.batch().pin().checking(),
                model.signers().looking(),
                model.signers().chosen(),
                model.signers().found(),
                model.documents().reading(),
                model.documents().rows());
    }

    @Override
    public ObservableValue<Boolean> practice() {
        return Bindings.createObjectBinding(
                model::practiceNow, model.signers().chosen(), model.batch().phase());
    }

    @Override
    public void chipClicked() {
        Optional<SignerOption> onCard = model.card();
        if (view.isPresent() && onCard.isPresent()) {
            view.get().showCard(onCard.get());
        } else {
            checkAgain();
        }
    }

    @Override
    public void leavePractice() {
        if (!model.batch().busy()) {
            model.signers().leavePractice();
        }
    }

    @Override
    public void mainAction() {
        view.ifPresent(SignView::mainAction);
    }

    @Override
    public void take(List<Path> files) {
        // Pasting nothing begins nothing: the result stays.
        if (!files.isEmpty() && refusal().isEmpty()) {
            model.signMore();
            model.documents().add(files);
        }
    }

    @Override
    public Optional<String> refusal() {
        return switch (model.batch().phase().get()) {
            case IDLE -> Optional.empty();
            case CHECKING, OPENING, SIGNING, RECORDING -> refused("drop.busy");
            // A new batch would take what isn't signed yet out of sight.
            case DONE -> model.documents().signable().isEmpty() ? Optional.empty() : refused("drop.unsigned");
        };
    }

    private Optional<String> refused(String key) {
        return look.map(built -> built.texts().text(key));
    }

    @Override
    public void checkAgain() {
        if (!model.batch().busy()) {
            model.signers().look();
        }
    }

    @Override
    public void openFiles() {
        view.filter(_ -> refusal().isEmpty()).ifPresent(SignView::openFiles);
    }

    @Override
    public void paste() {
        view.filter(_ -> refusal().isEmpty()).ifPresent(SignView::paste);
    }

    @Override
    public boolean escape() {
        return view.map(SignView::escape).orElse(false);
    }

    @Override
    public List<Node> regions() {
        return view.map(SignView::regions).orElse(List.of());
    }
}
