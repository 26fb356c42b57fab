// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.look.Look;
import cat.segell.ui.parts.Bag;
import cat.segell.ui.parts.Frame;
import cat.segell.ui.parts.Notice;
import cat.segell.ui.pinchange.CardDialog;
import cat.segell.ui.pinchange.ForgottenPin;
import cat.segell.ui.pinchange.PinChangeDialog;
import cat.segell.ui.run.BatchModel.Phase;
import cat.segell.ui.run.PadDialog;
import cat.segell.ui.run.PauseDialog;
import cat.segell.ui.run.PinDialog;
import cat.segell.ui.run.StopDialog;
import cat.segell.ui.run.WhoAndWhat;
import cat.segell.ui.signer.ChooserDialog;
import cat.segell.ui.signer.DriverDialog;
import cat.segell.ui.signer.KeyFileDialog;
import cat.segell.ui.signer.TokenWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Shows the empty drop zone, the list, or the batch, whichever it is time for, and the dialogs over it. */
final class SignView implements ChooserDialog.Elsewhere {

    private enum Part {
        EMPTY,
        LIST,
        BATCH
    }

    private final SignViewModel model;
    private final Look look;
    private final Frame frame;
    private final StackPane node = new StackPane();
    private final PrepareView prepare;
    private final RunView run;
    private final ChooserDialog chooser;
    private final StopDialog stop;
    private final SignersPin pins;
    private final CardDialog card;
    private final DriverDialog driver;

    SignView(SignViewModel model, Look look, Frame frame, Bag bag) {
        this.model = model;
        this.look = look;
        this.frame = frame;
        TokenWords tokens =
                new TokenWords(() -> model.signers().found().get().names(), model.cards()::reader, look.texts());
        this.chooser = new ChooserDialog(model.signers(), tokens, look, frame.overlay(), this);
        this.stop = new StopDialog(model.batch(), look, frame.overlay());
        ForgottenPin forgotten = new ForgottenPin(look, frame);
        this.pins = new SignersPin(model, forgotten);
        this.card = new CardDialog(model.pinChange(), forgotten, tokens, look, frame);
        this.driver = new DriverDialog(model.driver(), look, frame);
        this.prepare = new PrepareView(this, bag);
        this.run = new RunView(model, look, frame, bag);
        node.setId("sign");
        ObservableValue<Part> part = Bindings.createObjectBinding(
                this::part,
                model.batch().phase(),
                model.documents().rows(),
                model.documents().reading());
        bag.on(part, this::show);
        bag.on(model.batch().phase(), stop::phase);
        WhoAndWhat whoAndWhat = new WhoAndWhat(model.batch(), tokens, look);
        new PinDialog(model.batch(), pins, whoAndWhat, look, frame).listen(bag);
        new KeyFileDialog(model.keyFile(), look, frame).listen(bag);
        new PadDialog(model.batch().pin(), pins, whoAndWhat, look, frame).listen(bag);
        driver.listen(bag);
        new PinChangeDialog(model.pinChange(), tokens, look, frame).listen(bag);
        // After those that close what is open where nobody asks for a PIN.
        new PauseDialog(model.batch(), look, frame).listen(bag);
    }

    SignersPin pins() {
        return pins;
    }

    SignViewModel model() {
        return model;
    }

    Look look() {
        return look;
    }

    Frame frame() {
        return frame;
    }

    Node node() {
        return node;
    }

    private Part part() {
        return switch (model.batch().phase().get()) {
            case SIGNING, RECORDING, DONE -> Part.BATCH;
            case IDLE, CHECKING, OPENING -> model.documents().rows().isEmpty() ? Part.EMPTY : Part.LIST;
        };
    }

    private void show(Part part) {
        if (part != Part.BATCH) {
            prepare.empty(part == Part.EMPTY);
        }
        node.getChildren().setAll(part == Part.BATCH ? run.node() : prepare.node());
    }

    void openFiles() {
        List<Path> chosen = frame.outside().chooseFiles(look.texts().text("open.title"));
        if (!chosen.isEmpty()) {
            model.signMore();
            model.documents().add(chosen);
        }
    }

    void chooseFolder() {
        frame.outside()
                .chooseFolder(look.texts().text("output.title"))
                .ifPresent(folder -> model.options().output().set(Optional.of(folder)));
    }

    @Override
    public void openKeyFile() {
        frame.outside()
                .chooseKeyFile(look.texts().text("key-file.choose"))
                .ifPresent(file -> model.keyFile().open(file, this::chooseSigner));
    }

    @Override
    public void addDriver() {
        driver.choose();
    }

    void paste() {
        List<Path> files = frame.outside().pasted();
        if (files.isEmpty()) {
            // Pasting nothing begins nothing: a result stays.
            Notice.show(look.texts().text("paste.nothing"), frame);
        } else {
            model.signMore();
            model.documents().add(files);
        }
    }

    /** What can be done about a signer's card. */
    @Override
    public void showCard(SignerOption signer) {
        if (!model.batch().busy()) {
            card.show(signer, model.signers()::look);
        }
    }

    void chooseSigner() {
        if (!model.batch().busy()) {
            chooser.show();
        }
    }

    /** What the main button does: signs, or leads to what is missing. */
    void mainAction() {
        switch (model.batch().phase().get()) {
            case DONE -> run.mainAction();
            case CHECKING, OPENING, SIGNING, RECORDING -> {}
            case IDLE -> {
                switch (model.action().get()) {
                    case MainAction.Sign _ -> model.start();
                    case MainAction.ChooseSigner _ -> chooseSigner();
                    case MainAction.NobodySigns _ -> model.signers().look();
                    case MainAction.NothingToSign _, MainAction.Reading _, MainAction.LookingForSigners _ -> {}
                }
            }
        }
    }

    boolean escape() {
        boolean stoppable = model.batch().phase().get() == Phase.SIGNING
                && !model.batch().stopping().get();
        if (stoppable) {
            stop.ask();
        }
        return stoppable;
    }

    List<Node> regions() {
        return node.getChildren().contains(run.node()) ? run.regions() : prepare.regions();
    }
}
