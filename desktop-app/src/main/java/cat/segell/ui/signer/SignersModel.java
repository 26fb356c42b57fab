// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.signer;

import cat.segell.problem.Problem;
import cat.segell.problem.ProblemException;
import cat.segell.ui.desk.SignDesk;
import cat.segell.ui.desk.SignerList;
import cat.segell.ui.desk.SignerOption;
import cat.segell.ui.desk.StandingNotice;
import cat.segell.ui.system.SlowWork;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who can sign, and who will. A practice key is never chosen but by the person. */
public final class SignersModel {

    private final SignDesk desk;
    private final SlowWork work;
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(this, "looking");
    private final ReadOnlyObjectWrapper<SignerList> found =
            new ReadOnlyObjectWrapper<>(this, "found", SignerList.NOBODY);
    private final ReadOnlyObjectWrapper<Optional<SignerOption>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());

    private final ReadOnlyObjectWrapper<List<StandingNotice>> notices =
            new ReadOnlyObjectWrapper<>(this, "notices", List.of());

    private boolean again;
    private SignerList brought = SignerList.NOBODY;

    public SignersModel(SignDesk desk, Executor work, Executor ui) {
        this.desk = desk;
        this.work = new SlowWork(work, ui);
    }

    public ReadOnlyBooleanProperty looking() {
        return looking.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SignerList> found() {
        return found.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<SignerOption>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** What the person should know although it stops nothing: each stays until they have taken it. */
    public ReadOnlyObjectProperty<List<StandingNotice>> notices() {
        return notices.getReadOnlyProperty();
    }

    public void takeNotice(StandingNotice notice) {
        showed(notice);
        notices.set(notices.get().stream().filter(each -> !each.equals(notice)).toList());
    }

    /** Whoever has seen it isn't told again today, here or elsewhere. */
    public void showed(StandingNotice notice) {
        work.run(
                () -> {
                    desk.told(notice);
                    return () -> {};
                },
                _ -> {});
    }

    /** Looks for cards and certificates, again if need be. */
    public void look() {
        search(() -> {
            SignerList list = desk.signers();
            return () -> seen(list);
        });
    }

    private void search(SlowWork.Step search) {
        if (looking.get()) {
            return;
        }
        looking.set(true);
        work.run(search, this::failed);
    }

    /** A look that is under way may have passed by what is new: then once more afterwards, however often this was asked. */
    public void lookAgain() {
        again = looking.get();
        look();
    }

    /** Those of a key file; they stay, however often others are looked for. The only one that can sign is chosen. */
    void bring(List<SignerOption> inside) {
        brought = brought.with(inside);
        found.set(found.get().with(inside));
        List<SignerOption> fit =
                inside.stream().filter(option -> option.unfit().isEmpty()).toList();
        if (fit.size() == 1) {
            choose(fit.getFirst());
        }
    }

    private void seen(SignerList seen) {
        looking.set(false);
        SignerList list = seen.with(brought.options());
        SignerList before = found.get();
        found.set(list);
        Optional<SignerOption> kept =
                chosen.get().flatMap(was -> renewed(was, before, list).or(() -> again(was, list)));
        chosen.set(kept.or(list::preselected));
        notices.set(standing(notices.get(), seen.notices()));
        lookIfAsked();
    }

    /** What was said yesterday and not taken is said as it is today, where it stands. */
    private static List<StandingNotice> standing(List<StandingNotice> before, List<StandingNotice> seen) {
        Stream<StandingNotice> renewed = before.stream()
                .map(old -> seen.stream()
                        .filter(each -> each.takesThePlaceOf(old))
                        .findFirst()
                        .orElse(old));
        Stream<StandingNotice> fresh =
                seen.stream().filter(each -> before.stream().noneMatch(each::takesThePlaceOf));
        return Stream.concat(renewed, fresh).distinct().toList();
    }

    private void lookIfAsked() {
        if (again) {
            again = false;
            look();
        }
    }

    /** A renewed certificate that wasn't there before; one that was there and not taken is the person's decision. */
    private static Optional<SignerOption> renewed(SignerOption was, SignerList before, SignerList list) {
        return list.successor(was).filter(next -> before.options().stream().noneMatch(next::sameAs));
    }

    private static Optional<SignerOption> again(SignerOption before, SignerList list) {
        return list.options().stream()
                .filter(option -> option.unfit().isEmpty())
                .filter(before::sameAs)
                .findFirst();
    }

    /** The person's own choice. */
    public void choose(SignerOption option) {
        if (option.unfit().isPresent()) {
            throw new IllegalArgumentException(
                    "can't sign: " + option.unfit().get().code());
        }
        chosen.set(Optional.of(option));
    }

    /** The person's own choice to practise: the card is made if need be. */
    public void usePractice() {
        practise(desk::practice);
    }

    /** The way out where the practice card is locked. */
    public void unlockPractice() {
        practise(desk::unlockPractice);
    }

    /** Brings the practice card. */
    @FunctionalInterface
    private interface Practice {
        SignerOption get() throws ProblemException;
    }

    private void practise(Practice card) {
        search(() -> {
            SignerOption practice = card.get();
            return () -> practise(practice);
        });
    }

    private void practise(SignerOption practice) {
        looking.set(false);
        found.set(found.get().with(List.of(practice)));
        chosen.set(Optional.of(practice));
        lookIfAsked();
    }

    private void failed(Problem problem) {
        looking.set(false);
        found.set(found.get().failed(problem));
        lookIfAsked();
    }

    /** Back to real certificates. */
    public void leavePractice() {
        chosen.set(found.get().preselected());
    }
}
