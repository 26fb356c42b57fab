// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FramesTest {

    @Test
    void endsWhereThePipeEndsInTheMidstOfAFrame() {
        for (byte[] cut : new byte[][] {{}, {0, 0}, {0, 0, 0, 5, 1, 2}}) {
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> Frames.read(new ByteArrayInputStream(cut)));
        }
    }

    @Test
    void refusesLengthsThatNoFrameHas() {
        for (int length : new int[] {-1, Integer.MIN_VALUE, Frames.LARGEST + 1, Integer.MAX_VALUE}) {
            byte[] header = ByteBuffer.allocate(4).putInt(length).array();
            assertThatExceptionOfType(FrameBroken.class)
                    .isThrownBy(() -> Frames.read(new ByteArrayInputStream(header)));
        }
    }

    @Test
    void sendsNoFrameThatCouldNotBeRead() {
        for (int length : new int[] {0, Frames.LARGEST + 1}) {
            assertThatExceptionOfType(FrameBroken.class)
                    .isThrownBy(() -> Frames.write(new ByteArrayOutputStream(), new byte[length]));
        }
    }

    @Test
    void skipsFiller() throws Exception {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        Frames.write(pipe, new byte[] {1});
        Frames.writeFiller(pipe, 8190);
        Frames.write(pipe, new byte[] {2, 3});
        ByteArrayInputStream in = new ByteArrayInputStream(pipe.toByteArray());
        assertThat(Frames.read(in)).containsExactly(1);
        assertThat(Frames.read(in)).containsExactly(2, 3);
    }
}
