// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.card.fixture.Shell;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Byte for byte, for systems that this test doesn't run on too. All of them are little-endian. */
class PcscAbiTest {

    private static final long NAME = 0x0000_7f12_3456_789aL;
    private static final int KNOWN = 0x0003_0022;
    private static final String NAME_BYTES = "9a785634127f0000";

    @ParameterizedTest
    @CsvSource({
        // The Windows SDK pads nothing here: 12 bytes of numbers and 36 of ATR fill up to a multiple of eight.
        "WINDOWS, 22000300, 36",
        "LINUX, 2200030000000000, 40",
        "MACOS, 22000300, 33"
    })
    void putsARow(PcscAbi abi, String known, int behind) {
        byte[] bytes = filled(abi.rowSize() * 2);
        ByteBuffer table = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        abi.putRow(table, 1, NAME, KNOWN);
        int numbers = 2 * abi.dwordSize();
        String expected = "ff".repeat(abi.rowSize())
                + NAME_BYTES
                + "00".repeat(8)
                + known
                + "00".repeat(numbers)
                + "00".repeat(abi.rowSize() - 16 - 3 * abi.dwordSize());
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(expected);
        assertThat(abi.rowSize() - 16 - 3 * abi.dwordSize()).isEqualTo(behind);
    }

    @ParameterizedTest
    @CsvSource({
        "WINDOWS, 22000300 22000500 04000000 3b021450, 32",
        "LINUX, 2200030000000000 2200050000000000 0400000000000000 3b021450, 36",
        "MACOS, 22000300 22000500 04000000 3b021450, 29"
    })
    void readsTheSecondRow(PcscAbi abi, String numbers, int rest) {
        String row = NAME_BYTES + "00".repeat(8) + numbers.replace(" ", "") + "00".repeat(rest);
        byte[] bytes = HexFormat.of().parseHex("ff".repeat(abi.rowSize()) + row);
        assertThat(bytes).hasSize(2 * abi.rowSize());
        ByteBuffer table = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(abi.row(table, 1, "Reader"))
                .isEqualTo(new ReaderStatus("Reader", 0x0005_0022, Optional.of(new Atr("3B021450"))));
    }

    @ParameterizedTest
    @EnumSource
    void readsTheLongestAnswerToReset(PcscAbi abi) {
        String longest = "3B" + "5A".repeat(32);
        ByteBuffer table = table(abi, 1);
        abi.putDword(table, abi.atrLength(0), 33);
        table.put(abi.atr(0), HexFormat.of().parseHex(longest));
        assertThat(abi.row(table, 0, "Reader").atr()).contains(new Atr(longest));
    }

    @ParameterizedTest
    @EnumSource
    void believesNoLengthThatDoesNotFit(PcscAbi abi) {
        for (int length : new int[] {0, 1, 34, 36, 37, 1_000_000, -1, Integer.MIN_VALUE}) {
            ByteBuffer table = table(abi, 1);
            abi.putDword(table, abi.atrLength(0), length);
            assertThat(abi.row(table, 0, "Reader").atr()).as("%d", length).isEmpty();
        }
    }

    /** pcsc-lite leaves the upper half of its longs to whatever was there: only 32 bits have a meaning. */
    @Test
    void readsTheLowerHalfOfALong() {
        ByteBuffer table = table(PcscAbi.LINUX, 1);
        table.putLong(PcscAbi.LINUX.eventState(0), 0xdead_beef_0001_0010L);
        assertThat(PcscAbi.LINUX.row(table, 0, "Reader").event()).isEqualTo(0x0001_0010);
    }

    @Test
    void passesArgumentsAsWideAsTheyAre() {
        assertThat(PcscAbi.WINDOWS.dwordArgument(-1)).isEqualTo(-1);
        assertThat(PcscAbi.MACOS.dwordArgument(2)).isEqualTo(2);
        assertThat(PcscAbi.LINUX.dwordArgument(-1)).isEqualTo(0xffff_ffffL);
        assertThat(PcscAbi.WINDOWS.contextArgument(0xcd00_0000_0000_0001L)).isEqualTo(0xcd00_0000_0000_0001L);
        assertThat(PcscAbi.LINUX.contextArgument(0x1_0000_0001L)).isEqualTo(0x1_0000_0001L);
        assertThat(PcscAbi.MACOS.contextArgument(0xffff_fffeL)).isEqualTo(-2);
    }

    @Test
    void readsHandlesAsWideAsTheyAre() {
        ByteBuffer handle =
                ByteBuffer.wrap(HexFormat.of().parseHex("01000000000000cd")).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(PcscAbi.WINDOWS.context(handle)).isEqualTo(0xcd00_0000_0000_0001L);
        assertThat(PcscAbi.LINUX.context(handle)).isEqualTo(0xcd00_0000_0000_0001L);
        assertThat(PcscAbi.MACOS.context(handle)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, WINDOWS", "Mac OS X, MACOS", "Linux, LINUX"})
    void knowsItsSystem(String system, PcscAbi abi) {
        assertThat(PcscAbi.of(system)).isEqualTo(abi);
    }

    @Test
    void takesNamesApart() {
        assertThat(texts(PcscAbi.LINUX, "R\u00e9ader 0\0Reader 1\0\0")).containsExactly("R\u00e9ader 0", "Reader 1");
        assertThat(texts(PcscAbi.WINDOWS, "R\u00e9ader 0\0\u4e00\0\0")).containsExactly("R\u00e9ader 0", "\u4e00");
        assertThat(texts(PcscAbi.LINUX, "\0")).isEmpty();
        assertThat(texts(PcscAbi.WINDOWS, "")).isEmpty();
        assertThat(texts(PcscAbi.LINUX, "Reader 0\0broken off")).containsExactly("Reader 0");
        assertThat(PcscAbi.WINDOWS.texts(new byte[] {65, 0, 0, 0, 66})).hasSize(1);
    }

    private static List<String> texts(PcscAbi abi, String multi) {
        byte[] bytes = multi.getBytes(abi == PcscAbi.WINDOWS ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        return abi.texts(bytes).stream().map(abi::text).toList();
    }

    @Test
    void callsTheWideFunctionsOfWindows() {
        assertThat(PcscAbi.WINDOWS.textFunction("SCardListReaders")).isEqualTo("SCardListReadersW");
        assertThat(PcscAbi.MACOS.textFunction("SCardListReaders")).isEqualTo("SCardListReaders");
    }

    /** The header that pcsc-lite and Apple share says the same; Windows' is written out as its SDK has it. */
    @Tag("system")
    @ParameterizedTest
    @EnumSource
    void compilersSeeTheSame(PcscAbi abi, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("layout.c"), """
                #include <stddef.h>
                #include <stdio.h>
                #ifdef WINDOWS
                typedef unsigned int DWORD;
                typedef unsigned long long SCARDCONTEXT;
                typedef struct {
                  const unsigned short *szReader;
                  void *pvUserData;
                  DWORD dwCurrentState, dwEventState, cbAtr;
                  unsigned char rgbAtr[36];
                } SCARD_READERSTATE;
                #else
                #include <winscard.h>
                #endif
                #define AT(field) (int) offsetof(SCARD_READERSTATE, field)
                int main(void) {
                  printf("%d %d %d %d %d %d %d", (int) sizeof(DWORD), (int) sizeof(SCARDCONTEXT),
                         (int) sizeof(SCARD_READERSTATE), AT(dwCurrentState), AT(dwEventState), AT(cbAtr), AT(rgbAtr));
                }
                """);
        String define = abi == PcscAbi.MACOS ? "-D__APPLE__" : "-D" + abi;
        Shell.run(folder, "gcc", "-I/usr/include/PCSC", define, "-o", "layout", "layout.c");
        assertThat(Shell.run(folder, "./layout"))
                .isEqualTo("%d %d %d %d %d %d %d"
                        .formatted(
                                abi.dwordSize(),
                                abi.contextSize(),
                                abi.rowSize(),
                                abi.currentState(0),
                                abi.eventState(0),
                                abi.atrLength(0),
                                abi.atr(0)));
    }

    private static ByteBuffer table(PcscAbi abi, int rows) {
        return ByteBuffer.wrap(new byte[rows * abi.rowSize()]).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] filled(int length) {
        return HexFormat.of().parseHex("ff".repeat(length));
    }
}
