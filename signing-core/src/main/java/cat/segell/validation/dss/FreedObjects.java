// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdfparser.PDFStreamParser;

/**
 * Objects that an update declares free. Readers then show nothing in their place, PDFBox goes on showing the old object: a
 * comparison by PDFBox alone would not see them go.
 */
final class FreedObjects {

    private static final Pattern SECTION = Pattern.compile("(\\d{1,10}) (\\d{1,10})");
    private static final Pattern ENTRY = Pattern.compile("\\d{10} \\d{5} ([nf])");
    private static final Pattern STREAM = Pattern.compile("/Type\\s*/XRef\\b");

    private static final Pattern REFERENCE = Pattern.compile("\\b\\d+ \\d+ R\\b");

    private final Set<Long> used = new HashSet<>();

    private FreedObjects(Set<COSObjectKey> used) {
        used.forEach(key -> this.used.add(key.getNumber()));
    }

    /**
     * @param tail what lies behind the signed revision, one char a byte
     * @param used the objects of the signed revision
     */
    static boolean in(String tail, Set<COSObjectKey> used) {
        FreedObjects freed = new FreedObjects(used);
        return freed.inTables(tail) || freed.inStreams(tail);
    }

    private boolean inTables(String tail) {
        boolean table = false;
        long number = 0;
        for (String raw : tail.lines().toList()) {
            String line = raw.strip();
            if (line.startsWith("xref")) {
                table = true;
                line = line.substring("xref".length()).strip();
            }
            Matcher section = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (table && entry.matches()) {
                if (entry.group(1).equals("f") && used.contains(number)) {
                    return true;
                }
                number++;
            } else if (table && section.matches()) {
                number = Long.parseLong(section.group(1));
            } else if (!line.isEmpty()) {
                table = false;
            }
        }
        return false;
    }

    private boolean inStreams(String tail) {
        Matcher announced = STREAM.matcher(tail);
        while (announced.find()) {
            try {
                int object = tail.lastIndexOf("obj", announced.start());
                int data = tail.indexOf("stream", announced.end());
                if (object < 0 || data < 0 || frees(tail, object + "obj".length(), data + "stream".length())) {
                    return true;
                }
            } catch (IOException | RuntimeException unreadable) {
                // A table that can't be looked into counts as freeing.
                return true;
            }
        }
        return false;
    }

    /** ISO 32000-2 §7.5.8: three big-endian fields an entry, the first its type (0 is free, and 1 where it has no width). */
    private boolean frees(String tail, int start, int keywordEnd) throws IOException {
        // The parser for loose objects knows no references, and none of them matters here.
        String dictionaryText =
                REFERENCE.matcher(tail.substring(start, keywordEnd)).replaceAll("0");
        byte[] dictionaryBytes = dictionaryText.getBytes(StandardCharsets.ISO_8859_1);
        COSDictionary dictionary = (COSDictionary) new PDFStreamParser(dictionaryBytes).parseNextToken();
        int data = keywordEnd + (tail.charAt(keywordEnd) == '\r' ? 2 : 1);
        String content = tail.substring(data, data + dictionary.getInt(COSName.LENGTH));
        InputStream in = decoded(dictionary, new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)));
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

    private static InputStream decoded(COSDictionary dictionary, InputStream raw) throws IOException {
        COSName filter = dictionary.getCOSName(COSName.FILTER);
        if (filter == null) {
            return raw;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FilterFactory.INSTANCE.getFilter(filter).decode(raw, out, dictionary, 0);
        return new ByteArrayInputStream(out.toByteArray());
    }

    private static int[] numbers(COSArray array) {
        int[] numbers = new int[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.getInt(i);
        }
        return numbers;
    }
}
