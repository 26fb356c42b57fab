// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli;

import cat.segell.app.Terminal;
import cat.segell.certificate.CertificateReader;
import cat.segell.credential.Pin;
import cat.segell.credential.PinEntry;
import cat.segell.credential.PinRequest;
import cat.segell.credential.PinState;
import cat.segell.problem.PinProblem.PinCancelled;
import cat.segell.problem.PinProblem.PinFinalTry;
import cat.segell.problem.PinProblem.PinMissing;
import cat.segell.problem.ProblemException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Asks on the terminal, without showing what is typed. */
final class PinFromTerminal implements PinEntry {

    private final Terminal terminal;
    private final Out out;
    private final boolean finalTry;

    PinFromTerminal(Terminal terminal, Out out, boolean finalTry) {
        this.terminal = terminal;
        this.out = out;
        this.finalTry = finalTry;
    }

    @Override
    public Pin ask(PinRequest request) throws ProblemException {
        Supplier<char[]> secret = terminal.secret().orElseThrow(() -> new ProblemException(new PinMissing()));
        if (request.token().pin() == PinState.FINAL_TRY) {
            consent(request, secret);
        }
        out.prompt(question(request) + " ");
        char[] entered = secret.get();
        try {
            if (entered.length == 0) {
                throw new ProblemException(new PinCancelled());
            }
            return new Pin(entered);
        } finally {
            Arrays.fill(entered, '\0');
        }
    }

    @Override
    public void padWaits(PinRequest request) {
        tellOfPad(request, out);
    }

    static void tellOfPad(PinRequest request, Out out) {
        String holder = request.credential()
                .map(credential ->
                        CertificateReader.read(credential.certificate()).holder())
                .orElse("");
        out.note(out.texts()
                .text("pin.pad", "holder", holder, "token", request.token().label()));
    }

    /** Anything but the word that was asked for means no. */
    private void consent(PinRequest request, Supplier<char[]> answer) throws ProblemException {
        if (finalTry) {
            return;
        }
        String word = out.texts().text("pin.final.word");
        out.note(out.texts().text("pin.final", "token", request.token().label(), "word", word));
        out.prompt("> ");
        char[] typed = answer.get();
        // Whoever types the PIN here by mistake must not leave it in a String.
        boolean agreed = Arrays.equals(typed, word.toCharArray());
        Arrays.fill(typed, '\0');
        if (!agreed) {
            throw new ProblemException(new PinFinalTry(request.token().label()));
        }
    }

    private String question(PinRequest request) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("token", request.token().label());
        request.token().triesLeft().ifPresent(left -> values.put("left", left));
        request.credential()
                .ifPresent(credential -> values.put(
                        "holder",
                        CertificateReader.read(credential.certificate()).holder()));
        String tries = request.token().pin() == PinState.FEW_TRIES && values.containsKey("left") ? ".tries" : "";
        return out.texts().text(request.credential().isPresent() ? "pin.of" + tries : "pin.file", values);
    }
}
