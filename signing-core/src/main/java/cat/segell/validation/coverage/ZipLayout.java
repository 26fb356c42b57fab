// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * Where the parts of a ZIP file lie (PKWARE APPNOTE 6.3): one file behind the other from its first byte, then the directory, then
 * its end. Whatever lies between, before or behind is read by some programs and passed over by others, and no signature covers it.
 */
final class ZipLayout {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LISTED = 0x02014b50;
    private static final int LISTED_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int DESCRIPTOR = 0x08074b50;

    /** In bytes: a checksum and two sizes. */
    private static final int CONTENT_LENGTH = 12;

    /** Lengths stand behind the content. */
    private static final int HAS_DESCRIPTOR = 1 << 3;

    private static final int LONGEST_COMMENT = 0xffff;

    /** Such as the type that EN 319 162-1 (A.1) lets containers say in their comment: a line that no program takes for a file. */
    private static final Pattern COMMENT = Pattern.compile("[\\x20-\\x7e]{0,200}\\R?");

    private final FileChannel file;

    /**
     * As the directory lists it.
     *
     * @param reading flags and method of packing
     * @param content checksum and the two sizes
     */
    private record Entry(long offset, long packed, boolean descriptor, int reading, ByteBuffer content) {}

    private ZipLayout(FileChannel file) {
        this.file = file;
    }

    /** Whether nothing lies in it but what its directory lists. Files of 4 GiB and more have another layout, and no place here. */
    static boolean isTight(Path zip) throws IOException {
        try (FileChannel file = FileChannel.open(zip)) {
            return new ZipLayout(file).isTight();
        } catch (ZipException malformed) {
            return false;
        }
    }

    private boolean isTight() throws IOException {
        long place = end();
        ByteBuffer end = at(place, END_LENGTH);
        int entries = Short.toUnsignedInt(end.getShort(10));
        long length = Integer.toUnsignedLong(end.getInt(12));
        long directory = Integer.toUnsignedLong(end.getInt(16));
        if (entries != Short.toUnsignedInt(end.getShort(8)) || directory + length != place) {
            return false;
        }
        List<Entry> listed = listed(directory, place, entries);
        return listed.size() == entries && isFilled(listed, directory);
    }

    private long end() throws IOException {
        long last = file.size() - END_LENGTH;
        for (long place = last; place >= Math.max(0, last - LONGEST_COMMENT); place--) {
            if (at(place, 4).getInt(0) == END) {
                return guarded(place, (int) (last - place));
            }
        }
        throw new ZipException("no end");
    }

    private long guarded(long place, int comment) throws IOException {
        boolean said = Short.toUnsignedInt(at(place, END_LENGTH).getShort(20)) == comment;
        String text = StandardCharsets.ISO_8859_1
                .decode(at(place + END_LENGTH, comment))
                .toString();
        if (!said || !COMMENT.matcher(text).matches()) {
            throw new ZipException("something behind the end");
        }
        return place;
    }

    private List<Entry> listed(long from, long to, int most) throws IOException {
        List<Entry> entries = new ArrayList<>();
        long place = from;
        while (place < to && entries.size() <= most) {
            ByteBuffer header = at(place, LISTED_LENGTH);
            if (header.getInt(0) != LISTED) {
                throw new ZipException("no entry");
            }
            entries.add(new Entry(
                    Integer.toUnsignedLong(header.getInt(42)),
                    Integer.toUnsignedLong(header.getInt(20)),
                    (header.getShort(8) & HAS_DESCRIPTOR) != 0,
                    header.getInt(8),
                    header.slice(16, CONTENT_LENGTH)));
            place += LISTED_LENGTH
                    + Short.toUnsignedInt(header.getShort(28))
                    + Short.toUnsignedInt(header.getShort(30))
                    + Short.toUnsignedInt(header.getShort(32));
        }
        return entries;
    }

    private boolean isFilled(List<Entry> entries, long to) throws IOException {
        long place = 0;
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingLong(Entry::offset)).toList()) {
            ByteBuffer header = at(place, LOCAL_LENGTH);
            boolean alike = header.getInt(6) == entry.reading()
                    && (entry.descriptor() || header.slice(14, CONTENT_LENGTH).equals(entry.content()));
            if (entry.offset() != place || header.getInt(0) != LOCAL || !alike) {
                return false;
            }
            place += LOCAL_LENGTH
                    + Short.toUnsignedInt(header.getShort(26))
                    + Short.toUnsignedInt(header.getShort(28))
                    + entry.packed();
            if (entry.descriptor()) {
                place += at(place, 4).getInt(0) == DESCRIPTOR ? 16 : 12;
            }
        }
        return place == to;
    }

    private ByteBuffer at(long place, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (place < 0 || file.read(buffer, place + buffer.position()) < 0) {
                throw new ZipException("cut off");
            }
        }
        return buffer.flip();
    }
}
