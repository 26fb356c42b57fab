// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.app.Start;
import cat.segell.app.Wiring;
import cat.segell.app.settings.LevelChoice;
import cat.segell.app.settings.RevocationQuestion;
import cat.segell.app.settings.Setting;
import cat.segell.app.settings.Value;
import cat.segell.cli.Command;
import cat.segell.cli.Inputs;
import cat.segell.cli.Invocation;
import cat.segell.cli.Label;
import cat.segell.cli.Out;
import cat.segell.cli.TrustWords;
import cat.segell.cli.UsageWords;
import cat.segell.cli.pin.PinOptions;
import cat.segell.credential.reference.KeyReference;
import cat.segell.credential.reference.KeyReference.PracticeKey;
import cat.segell.document.Digest;
import cat.segell.problem.ProblemException;
import cat.segell.problem.UsageProblem.LevelUnsupported;
import cat.segell.problem.UsageProblem.OptionsApart;
import cat.segell.problem.UsageProblem.TsaNone;
import cat.segell.signature.Appearance;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignerClaims;
import cat.segell.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segell sign}. */
@picocli.CommandLine.Command(name = "sign")
public final class SignCommand extends Command {

    @Parameters(paramLabel = Label.FILE_OR_DIR, arity = "1..*", descriptionKey = "sign.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--key", paramLabel = Label.KEY, descriptionKey = "key")
    private @Nullable String key;

    @Mixin
    private final FormOptions form = new FormOptions();

    @Option(names = "--level", paramLabel = "B|T|LT|LTA", descriptionKey = "level")
    private @Nullable String level;

    @Option(names = "--tsa", paramLabel = "URL", descriptionKey = "tsa")
    private List<String> tsa = new ArrayList<>();

    @Option(names = "--trust", paramLabel = "PEM|" + Label.DIR + "|practice:", descriptionKey = "sign.trust")
    private List<String> trust = new ArrayList<>();

    @Option(names = "--out", paramLabel = Label.DIR, descriptionKey = "out")
    private @Nullable Path out;

    @Option(names = "--counter-sign", paramLabel = "N", descriptionKey = "counterSign")
    private @Nullable Integer counterSign;

    @Mixin
    private final SuppliedDigestOption supplied = new SuppliedDigestOption();

    @Mixin
    private final ClaimOptions claims = new ClaimOptions();

    @Mixin
    private final AppearanceOptions appearance = new AppearanceOptions();

    @Option(names = "--notarise", negatable = true, descriptionKey = "notarise")
    private @Nullable Boolean notarise;

    @Option(names = "--digest", paramLabel = "SHA256|SHA384|SHA512", descriptionKey = "digest")
    private @Nullable String digest;

    @Option(names = "--pss", descriptionKey = "pss")
    private boolean pss;

    @Option(names = "--again", descriptionKey = "again")
    private boolean again;

    @Option(names = "--allow-expired", descriptionKey = "allowExpired")
    private boolean allowExpired;

    @Option(names = "--allow-pending", descriptionKey = "allowPending")
    private boolean allowPending;

    @Option(names = "--allow-private-network", descriptionKey = "allowPrivateNetwork")
    private boolean allowPrivateNetwork;

    @Option(names = "--offline", descriptionKey = "offline")
    private boolean offline;

    @Mixin
    private final PinOptions pin = new PinOptions();

    public SignCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    protected int run(Start configured, Out told) throws ProblemException {
        Start start = configured.with(options());
        try (Wiring wiring = new Wiring(start)) {
            return run(start, wiring, told);
        }
    }

    private int run(Start start, Wiring wiring, Out told) throws ProblemException {
        Inputs inputs = new Inputs(invocation().terminal(), files);
        Optional<Digest> known = supplied.digest();
        if (known.isPresent() && files.size() != 1) {
            throw usage("sign.supplied.one", Map.of());
        }
        LevelChoice choice = counterSign == null
                ? LevelChoice.of(start.preferences(), authorities(start))
                : LevelChoice.ofCounterSignature();
        SignatureProfile profile = profile(start, told.language(), choice.level());
        Optional<KeyReference> named = reference(start);
        if (profile.level().holdsEvidence() && named.orElse(null) instanceof PracticeKey card) {
            // Its authority is made with the card, and is to be among those that are believed.
            wiring.practiceCard().make(card);
        }
        SignOrder order = new SignOrder(
                inputs.resolved(),
                named,
                profile,
                Optional.of(choice),
                wiring.services(
                        authorities(start),
                        profile.level(),
                        new TrustWords(trust).places(invocation().terminal()),
                        allowPrivateNetwork),
                start.preferences().output().map(invocation().terminal()::resolve),
                known,
                start.preferences().notarise(),
                again,
                allowExpired,
                Optional.empty());
        return new SignRun(wiring, told, invocation().terminal())
                .finish(order, inputs, pin.atHand(invocation(), wiring), allowPending);
    }

    /** Without a network only the built-in one is left. Whoever practises uses up nothing of one that they didn't name. */
    private List<String> authorities(Start start) {
        boolean practised = tsa.isEmpty() && key != null && key.startsWith(Wiring.PRACTICE);
        return start.preferences().tsa().stream()
                .map(address -> practised ? Wiring.PRACTICE : address)
                .distinct()
                .filter(address -> !offline || address.equals(Wiring.PRACTICE))
                .toList();
    }

    /** What was given, as settings: so that a lock holds here too. */
    private Map<Setting, Value> options() throws ProblemException {
        Map<Setting, Value> options = new EnumMap<>(Setting.class);
        if (level != null) {
            options.put(Setting.LEVEL, new Value.Word(level(level).name()));
        }
        if (!tsa.isEmpty()) {
            options.put(Setting.TSA, new Value.Words(tsa));
        }
        if (out != null) {
            options.put(Setting.OUTPUT, new Value.Word(out.toString()));
        }
        appearance.logo().ifPresent(file -> options.put(Setting.SIGNATURE_LOGO, new Value.Word(file.toString())));
        if (digest != null) {
            options.put(Setting.DIGEST, digest(digest));
        }
        supplied.digest()
                .ifPresent(known -> options.put(
                        Setting.DIGEST, new Value.Word(known.algorithm().name())));
        if (offline) {
            options.put(Setting.REVOCATION_BEFORE_SIGNING, new Value.Word(RevocationQuestion.NEVER.word()));
        }
        if (notarise != null) {
            options.put(Setting.NOTARISE, new Value.Switch(notarise));
        }
        return options;
    }

    private static SignatureLevel level(String word) throws ProblemException {
        return SignatureLevel.of(word)
                .orElseThrow(() -> new ProblemException(new LevelUnsupported(
                        word,
                        Arrays.stream(SignatureLevel.values()).map(Enum::name).toList())));
    }

    private Value digest(String word) throws ProblemException {
        Value value = new Value.Word(word.toUpperCase(Locale.ROOT).replace("-", ""));
        if (!Setting.DIGEST.accepts(value)) {
            throw new ProblemException(unusable(UsageWords.value(
                    spec().findOption("--digest"), word, invocation().out().texts())));
        }
        return value;
    }

    /** A relative path is one of the person's folder, not of this process. A locked list of modules holds here too. */
    private Optional<KeyReference> reference(Start start) throws ProblemException {
        if (key == null) {
            return Optional.empty();
        }
        KeyReference named = KeyReference.parse(key);
        if (named instanceof KeyReference.KeyFile(Path file, Optional<String> id)) {
            return Optional.of(new KeyReference.KeyFile(invocation().terminal().resolve(file), id));
        }
        start.preferences().demandListed(named);
        return Optional.of(named);
    }

    /** At level B: what a locked setting asks beyond that can't be had. */
    private SignatureProfile counterSigning(
            int number, Optional<SignatureForm> wanted, Appearance shown, SignerClaims said, Start start)
            throws ProblemException {
        Optional<SignatureLevel> asked = start.preferences()
                .level()
                .filter(_ -> level != null || start.preferences().requiresLevel())
                .filter(named -> named != SignatureLevel.B);
        if (asked.isPresent()) {
            throw new ProblemException(new OptionsApart("--counter-sign", "--level " + asked.get()));
        }
        if (wanted.isPresent()) {
            throw new ProblemException(new OptionsApart("--counter-sign", "--format"));
        }
        if (shown.demanded()) {
            throw new ProblemException(new OptionsApart(
                    "--counter-sign", spec().findOption("--field").getValue() == null ? "--visible" : "--field"));
        }
        if (!trust.isEmpty()) {
            throw new ProblemException(new OptionsApart("--counter-sign", "--trust"));
        }
        return new SignatureProfile(
                        Optional.empty(),
                        SignatureLevel.B,
                        false,
                        start.preferences().digest(),
                        pss,
                        said,
                        Optional.empty())
                .counterSigning(number);
    }

    private SignatureProfile profile(Start start, Language language, SignatureLevel reached) throws ProblemException {
        Optional<SignatureForm> wanted = supplied.given() ? Optional.of(form.ofDigest()) : form.form();
        SignerClaims said = claims.claims();
        supplied.apart(counterSign != null, "--counter-sign");
        supplied.apart(digest != null, "--digest");
        if (wanted.isPresent() && !supplied.given()) {
            said.guard(wanted.get());
        }
        Appearance shown = appearance.appearance(
                language, start.preferences().signatureLogo().map(invocation().terminal()::resolve));
        if (wanted.isPresent() && !supplied.given()) {
            shown.guard(wanted.get());
        }
        if (counterSign != null) {
            return counterSigning(counterSign, wanted, shown, said, start);
        }
        if (reached != SignatureLevel.B && authorities(start).isEmpty()) {
            throw new ProblemException(new TsaNone());
        }
        if (!trust.isEmpty() && !reached.holdsEvidence()) {
            throw new ProblemException(new OptionsApart("--trust", "--level " + reached));
        }
        supplied.guard(reached, said, shown);
        return new SignatureProfile(
                wanted,
                reached,
                start.preferences().requiresLevel(),
                start.preferences().digest(),
                pss,
                said,
                Optional.of(shown));
    }
}
