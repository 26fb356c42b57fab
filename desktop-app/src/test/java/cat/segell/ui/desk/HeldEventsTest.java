// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.batch.BatchEvent;
import cat.segell.credential.PinUse;
import cat.segell.problem.RevocationProblem.RevocationUnstated;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldEventsTest {

    private final List<BatchEvent> told = new ArrayList<>();
    private final HeldEvents held = new HeldEvents(told::add);

    @Test
    void tellsNothingBeforeTheKeyIsOpen() {
        held.accept(new BatchEvent.Signing(0));
        assertThat(told).isEmpty();
        assertThat(held.opened()).isFalse();
    }

    @Test
    void tellsBeforeThePinWhatIsKnownOfTheCertificate() {
        BatchEvent.Checked checked = new BatchEvent.Checked(new NotKnown(new RevocationUnstated()));
        held.accept(checked);
        assertThat(told).containsExactly(checked);
        assertThat(held.opened()).isFalse();
    }

    @Test
    void tellsWhatItKeptAfterTheOpeningAndInOrder() {
        held.accept(new BatchEvent.Signing(0));
        held.accept(new BatchEvent.Opened(PinUse.LOGIN));
        held.accept(new BatchEvent.Signing(1));
        assertThat(told)
                .containsExactly(
                        new BatchEvent.Opened(PinUse.LOGIN), new BatchEvent.Signing(0), new BatchEvent.Signing(1));
    }
}
