// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pinchange;

import cat.segell.card.host.ModuleHost;
import cat.segell.card.installed.KnownModule;
import cat.segell.card.pkcs11.DriverSight;
import cat.segell.card.pkcs11.Pkcs11Modules;
import cat.segell.card.token.Pkcs11Token;
import cat.segell.credential.Token;
import cat.segell.credential.pinchange.TokenChoice;
import cat.segell.credential.reference.Pkcs11Uri;
import cat.segell.problem.KeyProblem.KeyNotFound;
import cat.segell.problem.KeyProblem.TokenAmbiguous;
import cat.segell.problem.KeyProblem.TokenEmpty;
import cat.segell.problem.KeyProblem.TokenNone;
import cat.segell.problem.KeyProblem.TokenNotFound;
import cat.segell.problem.KeyProblem.TokensAlike;
import cat.segell.problem.KeyProblem.TokensSeveral;
import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.text.Showable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the one token that is meant.
 *
 * @param known modules that are looked at without being named
 */
record TokenSearch(Pkcs11Modules modules, List<KnownModule> known) {

    /** @param token as it was seen just now */
    record Found(ModuleHost host, Pkcs11Token token) {}

    /** @throws ProblemException where there is none, or more than one: a person's PIN goes to no token by chance */
    Found only(TokenChoice choice) throws ProblemException {
        List<Problem> problems = new ArrayList<>();
        List<Found> all = look(choice.key().flatMap(Pkcs11Uri::modulePath), problems);
        List<Found> meant =
                all.stream().filter(found -> fits(choice, found.token())).toList();
        List<Found> fit = distinct(
                meant.stream().filter(found -> found.token().isInitialised()).toList());
        if (fit.isEmpty()) {
            // What is meant and there is no other driver's fault.
            meant.stream().findFirst().map(TokenSearch::blank).ifPresent(problems::addFirst);
            problems.add(absent(choice, all));
            throw new ProblemException(problems.getFirst());
        }
        if (fit.size() > 1) {
            throw new ProblemException(
                    several(fit.stream().map(found -> found.token().token()).toList()));
        }
        return fit.getFirst();
    }

    private List<Found> look(Optional<Path> named, List<Problem> problems) {
        List<Found> found = new ArrayList<>();
        for (Pkcs11Modules.Look look :
                modules.look(named.map(path -> List.of(KnownModule.set(path))).orElse(known))) {
            problems.addAll(DriverSight.faults(look.module(), look.problems()));
            look.sight().ifPresent(sight -> sight.tokens().forEach(token -> found.add(new Found(sight.host(), token))));
        }
        return found;
    }

    private static boolean fits(TokenChoice choice, Pkcs11Token token) {
        boolean key = choice.key().isEmpty() || token.fits(choice.key().get());
        return key && choice.name().filter(name -> !isNamed(token, name)).isEmpty();
    }

    private static boolean isNamed(Pkcs11Token token, String name) {
        return name.equals(token.seen().label())
                || name.equals(token.token().label())
                || name.equals(token.seen().serial());
    }

    /** One card behind two drivers is one; two that only look alike in one driver are two. */
    private static List<Found> distinct(List<Found> all) {
        List<Found> distinct = new ArrayList<>();
        for (Found found : all) {
            boolean seen = distinct.stream()
                    .anyMatch(earlier -> earlier.host() != found.host()
                            && earlier.token().trace().isSameCard(found.token().trace()));
            if (!seen) {
                distinct.add(found);
            }
        }
        return distinct;
    }

    private static Problem blank(Found found) {
        return new TokenEmpty(found.token().token().label());
    }

    private static Problem absent(TokenChoice choice, List<Found> all) {
        if (choice.name().isPresent()) {
            return new TokenNotFound(
                    choice.name().get(),
                    all.stream()
                            .map(found -> found.token().token().label())
                            .distinct()
                            .sorted()
                            .toList());
        }
        return choice.key().<Problem>map(key -> new KeyNotFound(key.text())).orElseGet(TokenNone::new);
    }

    /** With the serial number where others are called like it. */
    private static String name(Token token, List<Token> tokens) {
        boolean alone = tokens.stream()
                        .filter(each -> each.label().equals(token.label()))
                        .count()
                == 1;
        return alone ? token.label() : token.label() + " (" + Showable.of(token.serial()) + ")";
    }

    private static Problem several(List<Token> tokens) {
        String label = tokens.getFirst().label();
        if (!tokens.stream().allMatch(token -> token.label().equals(label))) {
            return new TokensSeveral(
                    tokens.stream().map(token -> name(token, tokens)).sorted().toList());
        }
        List<String> serials = tokens.stream()
                .map(token -> Showable.of(token.serial()))
                .distinct()
                .sorted()
                .toList();
        return serials.size() > 1 ? new TokenAmbiguous(label, serials) : new TokensAlike(label);
    }
}
