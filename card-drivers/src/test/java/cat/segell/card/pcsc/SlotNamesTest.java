// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlotNamesTest {

    /** As pcsc-lite names it: vendor, product, interface, serial number, and its place; over 64 bytes. */
    private static final String LONG = "Alcor Micro AU9540 Smart Card Reader [CCID Interface] (0123456789) 0";

    @Test
    void whatIsNoReaderHasNone() {
        SlotNames names = names(empty("Virtual PCD 00 00"));
        assertThat(names.reader("")).isEmpty();
        assertThat(names.reader("SoftHSM slot ID 0x2a")).isEmpty();
        assertThat(names.reader("Virtual")).isEmpty();
        assertThat(names(empty("")).reader("Anything")).isEmpty();
    }

    @Test
    void anExactNameIsTheReader() {
        SlotNames names = names(empty("Virtual PCD 00 00"), card("Virtual PCD 00 01"));
        assertThat(names.reader("Virtual PCD 00 00")).contains(empty("Virtual PCD 00 00"));
    }

    @Test
    void aNameThatWasCutOffIsTheReader() {
        Reader reader = empty(LONG + "0 00");
        assertThat(names(reader, empty("Another")).reader(LONG.substring(0, 64)))
                .contains(reader);
        // 64 bytes end in the middle of the accented letter.
        Reader accented = empty("x".repeat(63) + "\u00e9");
        assertThat(names(accented).reader("x".repeat(63) + "\uFFFD")).contains(accented);
        // What stands at the end of the 64 bytes may be a blank, and blanks are taken for padding.
        Reader blank = empty("y".repeat(63) + " 00 00");
        assertThat(names(blank).reader("y".repeat(63))).contains(blank);
    }

    @Test
    void ofTwoThatWereCutOffAlikeTheOneWithACard() {
        Reader first = empty(LONG + "0 00");
        Reader second = card(LONG + "1 00");
        assertThat(names(first, second).reader(LONG.substring(0, 64))).contains(second);
        assertThat(names(card(LONG + "0 00"), second).reader(LONG.substring(0, 64)))
                .isEmpty();
    }

    @Test
    void wordsBehindTheNameDoNotMatter() {
        Reader one = card("Reader 1");
        Reader ten = card("Reader 1 [b]");
        assertThat(names(one, ten).reader("Reader 1 (PIN)")).contains(one);
        assertThat(names(one, ten).reader("Reader 1 [b] (PIN)")).contains(ten);
        assertThat(names(one).reader("Reader 10")).isEmpty();
    }

    private static SlotNames names(Reader... readers) {
        return new SlotNames(List.of(readers));
    }

    private static Reader empty(String name) {
        return new Reader(name, ReaderState.EMPTY, Optional.empty(), 0);
    }

    private static Reader card(String name) {
        return new Reader(name, ReaderState.CARD, Optional.empty(), 1);
    }
}
