// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.credential.PinState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How many entries of the PIN are left: one byte, on the disk before anything is compared, as on a card. */
record TryCounter(Path file) {

    static final int TRIES = 3;

    /** A counter that is missing or holds anything else counts as used up. */
    int left() throws IOException {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        byte[] content = Files.readAllBytes(file);
        return content.length == 1 && content[0] >= 0 && content[0] <= TRIES ? content[0] : 0;
    }

    void set(int left) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            channel.write(ByteBuffer.wrap(new byte[] {(byte) left}), 0);
            channel.truncate(1);
            channel.force(true);
        }
    }

    static PinState state(int left) {
        return left == 0 ? PinState.LOCKED : PinState.READY;
    }
}
