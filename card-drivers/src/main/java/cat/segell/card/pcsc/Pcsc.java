// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import java.time.Duration;
import java.util.List;

/** The few functions of PC/SC that Segell uses, in our terms. */
public interface Pcsc {

    /** @throws PcscFailure the service doesn't run, or there is none */
    Context establish() throws PcscFailure;

    /** SCARDCONTEXT: one conversation with the service. All but {@link #cancel} belongs to one thread. */
    interface Context extends AutoCloseable {

        /** Names of all readers; may be empty. */
        List<String> readers() throws PcscFailure;

        /**
         * Waits until a reader's state is another than the one that is known.
         *
         * @param known at least one; a reader that is unaware ends the wait at once
         * @return the same readers as they are now; nothing where the time ran out or the wait was cancelled
         */
        List<ReaderStatus> change(List<ReaderStatus> known, Duration limit) throws PcscFailure;

        /** Ends a wait that another thread is in; does nothing where there is none. */
        void cancel();

        @Override
        void close();
    }
}
