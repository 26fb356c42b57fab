// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Objects that an update declares free. Readers then show nothing in their place, PDFBox goes on showing the old object: a
 * comparison by PDFBox alone would not see them go. The cross-reference tables behind the signed revision are followed as
 * readers do, from the last one back; one that isn't written as the standard says counts as freeing.
 */
final class FreedObjects {

    private static final Pattern LAST = Pattern.compile("\\s+(\\d{1,18})\\s");
    private static final Pattern SECTION = Pattern.compile("(\\d{1,10}) (\\d{1,10})");
    private static final Pattern ENTRY = Pattern.compile("\\d{10} \\d{5} ([nf])");
    private static final Pattern OBJECT = Pattern.compile("\\d{1,10} \\d{1,5} obj\\b");
    private static final Pattern REFERENCE = Pattern.compile("\\b\\d+ \\d+ R\\b");

    private static final COSName XREF_STREAM = COSName.getPDFName("XRefStm");

    private final String tail;
    private final long start;
    private final Set<Long> used = new HashSet<>();
    private final Deque<Long> tables = new ArrayDeque<>();

    private FreedObjects(String tail, long start, Set<COSObjectKey> used) {
        this.tail = tail;
        this.start = start;
        used.forEach(key -> this.used.add(key.getNumber()));
    }

    /**
     * @param tail what lies behind the signed revision, one char a byte
     * @param start where that is in the file
     * @param used the objects of the signed revision
     */
    static boolean in(String tail, long start, Set<COSObjectKey> used) {
        int last = tail.lastIndexOf("startxref");
        if (last < 0) {
            return false;
        }
        try {
            return new FreedObjects(tail, start, used).from(last + "startxref".length());
        } catch (IOException | RuntimeException unreadable) {
            // What PDFBox's parser for loose objects and its filters throw has many types: a table that can't be looked
            // into counts as freeing.
            return true;
        }
    }

    private boolean from(int last) throws IOException {
        Matcher number = LAST.matcher(tail).region(last, tail.length());
        if (!number.lookingAt()) {
            return true;
        }
        Set<Long> seen = new HashSet<>();
        tables.add(Long.parseLong(number.group(1)));
        while (!tables.isEmpty()) {
            long place = tables.remove();
            if (place >= start && seen.add(place) && frees(Math.toIntExact(place - start))) {
                return true;
            }
        }
        return false;
    }

    private boolean frees(int table) throws IOException {
        if (tail.startsWith("xref", table)) {
            int trailer = tail.indexOf("trailer", table);
            before(dictionary(trailer + "trailer".length(), tail.indexOf("startxref", trailer)));
            return tableFrees(tail.substring(table + "xref".length(), trailer));
        }
        Matcher object = OBJECT.matcher(tail).region(table, tail.length());
        if (!object.lookingAt()) {
            return true;
        }
        int stream = tail.indexOf("stream", object.end());
        COSDictionary dictionary = dictionary(object.end(), stream);
        before(dictionary);
        return streamFrees(dictionary, stream + "stream".length());
    }

    private void before(COSDictionary trailer) {
        for (COSName name : new COSName[] {COSName.PREV, XREF_STREAM}) {
            if (trailer.containsKey(name)) {
                tables.add(trailer.getLong(name));
            }
        }
    }

    private COSDictionary dictionary(int from, int to) throws IOException {
        // The parser for loose objects knows no references, and none of them matters here.
        String text = REFERENCE.matcher(tail.substring(from, to)).replaceAll("0");
        return (COSDictionary) new PDFStreamParser(text.getBytes(StandardCharsets.ISO_8859_1)).parseNextToken();
    }

    /** ISO 32000-2 §7.5.4. */
    private boolean tableFrees(String table) {
        long number = 0;
        for (String raw : table.lines().toList()) {
            String line = raw.strip();
            Matcher section = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (section.matches()) {
                number = Long.parseLong(section.group(1));
            } else if (entry.matches()) {
                if (entry.group(1).equals("f") && used.contains(number)) {
                    return true;
                }
                number++;
            } else if (!line.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** ISO 32000-2 §7.5.8: three big-endian fields an entry, the first its type (0 is free, and 1 where it has no width). */
    private boolean streamFrees(COSDictionary dictionary, int keywordEnd) throws IOException {
        int data = keywordEnd + (tail.charAt(keywordEnd) == '\r' ? 2 : 1);
        String content = tail.substring(data, data + dictionary.getInt(COSName.LENGTH));
        InputStream in = decoded(dictionary, content.getBytes(StandardCharsets.ISO_8859_1));
        int[] widths = numbers(dictionary.getCOSArray(COSName.W));
        int[] sections = dictionary.containsKey(COSName.INDEX)
                ? numbers(dictionary.getCOSArray(COSName.INDEX))
                : new int[] {0, dictionary.getInt(COSName.SIZE)};
        for (int section = 0; widths[0] > 0 && section < sections.length; section += 2) {
            for (int i = 0; i < sections[section + 1]; i++) {
                byte[] type = in.readNBytes(widths[0]);
                in.skipNBytes((long) widths[1] + widths[2]);
                if (type[widths[0] - 1] == 0 && used.contains((long) sections[section] + i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static InputStream decoded(COSDictionary dictionary, byte[] raw) throws IOException {
        byte[] content = raw;
        COSArray filters = filters(dictionary.getDictionaryObject(COSName.FILTER));
        for (int i = 0; i < filters.size(); i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            FilterFactory.INSTANCE
                    .getFilter((COSName) filters.get(i))
                    .decode(new ByteArrayInputStream(content), out, dictionary, i);
            content = out.toByteArray();
        }
        return new ByteArrayInputStream(content);
    }

    private static COSArray filters(@Nullable COSBase filter) throws IOException {
        COSArray filters = new COSArray();
        switch (filter) {
            case null -> {}
            case COSName one -> filters.add(one);
            case COSArray several -> filters.addAll(several);
            default -> throw new IOException("no filter's name");
        }
        return filters;
    }

    private static int[] numbers(COSArray array) {
        int[] numbers = new int[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.getInt(i);
        }
        return numbers;
    }
}
