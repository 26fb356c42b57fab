// SPDX-License-Identifier: EUPL-1.2
package cat.segell.ui.desk;

import cat.segell.app.keys.KeysAtHand;
import cat.segell.batch.journal.SqliteJournal;
import cat.segell.card.CardsAtHand;
import cat.segell.card.catalogue.Catalogue;
import cat.segell.card.pcsc.ReadersSnapshot;
import cat.segell.card.practice.PracticeCard;
import cat.segell.credential.CredentialSource;
import cat.segell.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Desks whose keys come from one source, without readers of the system. */
public final class Desks {

    private static final CardsAtHand NO_READERS =
            new CardsAtHand(new ReadersSnapshot(List.of(), Optional.empty()), List.of());

    private Desks() {}

    public static BatchDesk.Keys keys(CredentialSource source, PracticeCard practice) {
        return new BatchDesk.Keys(source, seen(source), practice);
    }

    /** @param home that it makes, where it is missing */
    public static SqliteJournal journal(Path home) {
        return new SqliteJournal(
                home.resolve("batches"), home.resolve("native"), Duration.ofDays(30), InstantSource.system());
    }

    static Supplier<KeysAtHand> seen(CredentialSource source) {
        return () -> new KeysAtHand(source.list(), NO_READERS, List.of(), Catalogue.bundled(), Language.EN);
    }
}
