// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.pcsc.PcscDaemon;
import cat.segell.card.fixture.pcsc.SmartCard;
import cat.segell.problem.ReaderProblem.CardNone;
import cat.segell.problem.ReaderProblem.PcscNone;
import cat.segell.problem.ReaderProblem.PcscServiceDown;
import cat.segell.problem.ReaderProblem.ReaderNone;
import cat.segell.problem.SettingProblem.HomeUnwritable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real library against the real daemon, with vpcd's readers. */
@Tag("system")
@Tag("privileged")
@Timeout(300)
class PcscNativeTest {

    private static final Atr ATR = new Atr("3B80800101");
    private static final Atr OTHER = new Atr("3B8180018001");

    @TempDir
    Path home;

    private PcscDaemon daemon;
    private final Sightings sightings = new Sightings();
    private Optional<ReaderWatch> watch = Optional.empty();

    @BeforeEach
    void make() {
        daemon = PcscDaemon.in(home.resolve("d"));
        ClientSocket.pointTo(daemon);
    }

    @AfterEach
    void end() {
        watch.ifPresent(ReaderWatch::close);
        daemon.close();
    }

    private PcscNative pcsc() {
        return new PcscNative(home.resolve("native"));
    }

    /** The daemon says that it is ready a moment before it is. */
    private ReadersSnapshot begin() {
        watch = Optional.of(ReaderWatch.start(pcsc(), sightings));
        return sightings.await(now -> now.obstacle().isEmpty());
    }

    @Test
    void noLibraryIsAFinding() {
        PcscNative absent = new PcscNative(home.resolve("native"), "libpcsclite-that-is-not-there.so.1");
        assertThat(ReaderWatch.look(absent).finding()).contains(new PcscNone());
    }

    @Test
    void noDaemonIsAFinding() {
        assertThat(ReaderWatch.look(pcsc()).finding()).contains(new PcscServiceDown());
    }

    @Test
    void aDaemonWithoutReadersIsAFinding() {
        daemon.start();
        assertThat(begin().finding()).contains(new ReaderNone());
    }

    @Test
    void seesACardComeAndGo() {
        daemon.start("Virtual");
        String reader = daemon.reader().name();
        assertThat(begin().finding()).contains(new CardNone());
        daemon.reader().insert(card(ATR));
        ReadersSnapshot inserted = sightings.await(now -> atr(now, reader).isPresent());
        assertThat(atr(inserted, reader)).contains(ATR);
        daemon.reader().remove();
        ReadersSnapshot removed = sightings.await(now -> atr(now, reader).isEmpty());
        assertThat(find(removed, reader).state()).isEqualTo(ReaderState.EMPTY);
        daemon.reader().insert(card(OTHER));
        assertThat(atr(sightings.await(now -> atr(now, reader).isPresent()), reader))
                .contains(OTHER);
    }

    @Test
    void aCardThatIsThereAlreadyIsSeenAtOnce() {
        daemon.start("Virtual");
        daemon.reader().insert(card(ATR));
        Reader seen = find(ReaderWatch.look(pcsc()), daemon.reader().name());
        assertThat(seen.state()).isEqualTo(ReaderState.CARD);
        assertThat(seen.atr()).contains(ATR);
    }

    @Test
    void tellsTwoReadersApart() {
        daemon.start("Virtual", "Another");
        String left = daemon.reader(0).name();
        String right = daemon.reader(1).name();
        begin();
        daemon.reader(1).insert(card(ATR));
        ReadersSnapshot one = sightings.await(now -> atr(now, right).isPresent());
        assertThat(atr(one, left)).isEmpty();
        daemon.reader(0).insert(card(OTHER));
        ReadersSnapshot both = sightings.await(now -> atr(now, left).isPresent());
        assertThat(atr(both, left)).contains(OTHER);
        assertThat(atr(both, right)).contains(ATR);
    }

    @Test
    void survivesTheDaemon() {
        daemon.start("Virtual");
        String reader = daemon.reader().name();
        begin();
        for (int i = 0; i < 3; i++) {
            daemon.stop();
            assertThat(sightings.await(now -> now.obstacle().isPresent()).obstacle())
                    .contains(new PcscServiceDown());
            daemon.start("Virtual");
            sightings.await(now -> names(now).contains(reader));
            daemon.reader().insert(card(ATR));
            sightings.await(now -> atr(now, reader).isPresent());
        }
    }

    @Test
    void seesReadersComeAndGo() {
        daemon.start("Virtual");
        String first = daemon.reader().name();
        assertThat(names(begin())).contains(first);
        daemon.stop();
        daemon.start("Virtual", "Another");
        String second = daemon.reader(1).name();
        ReadersSnapshot both = sightings.await(now -> names(now).contains(second));
        assertThat(names(both)).contains(first);
        daemon.stop();
        daemon.start("Virtual");
        sightings.await(now -> names(now).contains(first) && !names(now).contains(second));
    }

    @Test
    void closesWhileItWaits() {
        daemon.start("Virtual");
        begin();
        int told = sightings.all().size();
        watch.orElseThrow().close();
        daemon.reader().insert(card(ATR));
        assertThat(sightings.all()).hasSize(told);
    }

    /** Not in a folder for temporary files, where others may write. */
    @Test
    void loadsTheHalfOfJnaThatWeLaidOut() throws IOException {
        ReaderWatch.look(pcsc());
        String ours = System.getProperty("jna.boot.library.path");
        List<String> loaded = Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains("jnidispatch"))
                .map(line -> line.substring(line.indexOf('/')))
                .distinct()
                .toList();
        assertThat(loaded).hasSize(1).allMatch(path -> path.startsWith(ours + "/libjnidispatch.so"));
        assertThat(System.getProperty("jna.nounpack")).isEqualTo("true");
    }

    @Test
    void aHomeThatCannotBeWrittenIsAFinding() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        String set = System.clearProperty("jna.boot.library.path");
        try {
            PcscNative pcsc = new PcscNative(file.resolve("native"));
            assertThat(ReaderWatch.look(pcsc).obstacle()).contains(new HomeUnwritable(file.resolve("native")));
        } finally {
            Optional.ofNullable(set).ifPresent(path -> System.setProperty("jna.boot.library.path", path));
        }
    }

    private static SmartCard card(Atr atr) {
        return new SmartCard() {
            @Override
            public byte[] answerToReset() {
                return HexFormat.of().parseHex(atr.hex());
            }

            @Override
            public void reset() {}

            @Override
            public byte[] answer(byte[] command) {
                return new byte[] {0x6A, (byte) 0x82};
            }
        };
    }

    private static Reader find(ReadersSnapshot snapshot, String name) {
        return snapshot.readers().stream()
                .filter(reader -> reader.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Atr> atr(ReadersSnapshot snapshot, String name) {
        return snapshot.readers().stream()
                .filter(reader -> reader.name().equals(name))
                .findFirst()
                .flatMap(Reader::atr);
    }

    private static List<String> names(ReadersSnapshot snapshot) {
        return snapshot.readers().stream().map(Reader::name).toList();
    }
}
