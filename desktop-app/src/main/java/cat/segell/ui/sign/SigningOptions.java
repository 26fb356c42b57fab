// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.sign;

import cat.segell.app.settings.Preferences;
import cat.segell.app.settings.Setting;
import cat.segell.network.HttpAddress;
import cat.segell.signature.Appearance;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignerClaims;
import cat.segell.text.Language;
import cat.segell.ui.desk.SignerOption;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How the next batch is signed: as it is set, or as the person decides for this time where the administrator doesn't. */
public final class SigningOptions {

    private final Preferences preferences;
    private final ObjectProperty<Optional<Path>> output;
    private final BooleanProperty notarise;
    private final ObjectProperty<SignatureLevel> level;
    private final ObjectProperty<Optional<Language>> visible =
            new SimpleObjectProperty<>(this, "visible", Optional.empty());

    private final BooleanProperty inOwnField = new SimpleBooleanProperty(this, "inOwnField", true);
    private Language language = Language.CA;

    /** @param preferences what is set, and what the administrator has locked */
    SigningOptions(Preferences preferences) {
        this.preferences = preferences;
        this.output = new SimpleObjectProperty<>(this, "output", preferences.output());
        this.notarise = new SimpleBooleanProperty(this, "notarise", preferences.notarise());
        this.level = new SimpleObjectProperty<>(this, "level", recommended(Optional.empty()));
    }

    /** Where signed files go; absent means beside each document. */
    public ObjectProperty<Optional<Path>> output() {
        return output;
    }

    /** Whether a receipt is made of each signed file. Off unless it is set, or the person switches it on. */
    public BooleanProperty notarise() {
        return notarise;
    }

    /** Of those that the signer can reach, what is set or else the usual one. */
    public ObjectProperty<SignatureLevel> level() {
        return level;
    }

    /** The language of the words that a page shows of the signature; absent where none does. */
    public ObjectProperty<Optional<Language>> visible() {
        return visible;
    }

    /** The language of words that are seen without being asked for: those in a field that waits. */
    public void speak(Language spoken) {
        language = spoken;
    }

    /** Whether what waits for the signer is signed in its field. */
    public BooleanProperty inOwnField() {
        return inOwnField;
    }

    /** Whether the administrator decides this one. */
    public boolean isLocked(Setting setting) {
        return preferences.isLocked(setting);
    }

    /** For another signer. */
    void recommend(Optional<SignerOption> signer) {
        level.set(recommended(signer));
    }

    /** Those that a signer can reach, the usual one first; a locked one alone, reachable or not. */
    public List<SignatureLevel> levels(Optional<SignerOption> signer) {
        Optional<SignatureLevel> locked = preferences.level().filter(_ -> isLocked(Setting.LEVEL));
        if (locked.isPresent()) {
            return List.of(locked.get());
        }
        if (signer.filter(SignerOption::timestamps).isEmpty()) {
            return List.of(SignatureLevel.B);
        }
        return signer.get().real()
                ? List.of(SignatureLevel.T, SignatureLevel.LT, SignatureLevel.LTA, SignatureLevel.B)
                : practised();
    }

    /**
     * Whoever practises sees what the same settings make of a real signature, though practice has an authority of its own. Of
     * practice certificates nobody tells whether they were revoked: there is no evidence to add.
     */
    private List<SignatureLevel> practised() {
        return preferences.tsa().isEmpty()
                ? List.of(SignatureLevel.B, SignatureLevel.T)
                : List.of(SignatureLevel.T, SignatureLevel.B);
    }

    private SignatureLevel recommended(Optional<SignerOption> signer) {
        List<SignatureLevel> reachable = levels(signer);
        return preferences.level().filter(reachable::contains).orElse(reachable.getFirst());
    }

    /** Whether a signer's level is B only because there is no authority. */
    boolean unstamped(Optional<SignerOption> signer) {
        return preferences.level().isEmpty() && levels(signer).getFirst() == SignatureLevel.B;
    }

    /** Those that stamp real signatures, in the order in which they are asked, each by the name of its computer. */
    List<String> authorities() {
        return preferences.tsa().stream()
                .flatMap(address -> HttpAddress.of(address).stream())
                .map(URI::getHost)
                .distinct()
                .toList();
    }

    SignatureProfile profile() {
        return new SignatureProfile(
                Optional.of(SignatureForm.PADES),
                level.get(),
                preferences.requiresLevel(),
                preferences.digest(),
                false,
                SignerClaims.NONE,
                Optional.of(new Appearance(place(), visible.get().orElse(language), preferences.signatureLogo())));
    }

    private Appearance.Place place() {
        if (visible.get().isPresent()) {
            return new Appearance.FreeSpace(!inOwnField.get());
        }
        return inOwnField.get() ? new Appearance.OwnField() : new Appearance.Nowhere();
    }
}
