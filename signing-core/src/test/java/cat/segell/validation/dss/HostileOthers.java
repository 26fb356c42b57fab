// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static cat.segell.validation.dss.HostileCorpus.bytes;
import static cat.segell.validation.dss.HostileCorpus.text;

import cat.segell.validation.dss.HostileCorpus.Expected;
import cat.segell.validation.dss.HostileCorpus.Family;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Signed CMS, JSON and containers that were tampered with, and such as are broken or endless. */
final class HostileOthers {

    private HostileOthers() {}

    /** @param good holds what it signs, which has the word "Primer" */
    static void addCms(HostileCorpus corpus, byte[] good) {
        String cms = text(good);
        int content = cms.indexOf("Primer");
        HostileFiles.cut(corpus.family("cms-cut", "p7m"), good, 15);
        HostileFiles.flip(
                corpus.family("cms-flipped-content", "p7m"), Expected.NEVER_VALID, good, content, content + 6, 6);
        HostileFiles.flip(
                corpus.family("cms-flipped-signature", "p7m"),
                Expected.NEVER_VALID,
                good,
                good.length - 20,
                good.length,
                6);
        HostileFiles.flip(corpus.family("cms-flipped", "p7m"), Expected.SURVIVED, good, 0, good.length, 40);
        Family family = corpus.family("cms", "p7m");
        family.replaced(cms, "Primer", "Segon!", "primer");
        for (String more : List.of("\0", "\0\0", "i més", cms, "0\0")) {
            family.hostile(cms + more);
        }
        // The attributes for the content's type and digest, and the algorithm SHA-256, under other names.
        family.replaced(cms, oid("2a864886f70d010903"), oid("2a864886f70d010963"));
        family.replaced(cms, oid("2a864886f70d010904"), oid("2a864886f70d010964"), oid("2a864886f70d010903"));
        family.replaced(cms, oid("2a864886f70d010701"), oid("2a864886f70d010702"), oid("2a864886f70d010703"));
        family.hostile(cms, each -> each.replace(oid("608648016503040201"), oid("608648016503040205")));
        family.hostile(cms, each -> each.replace(oid("608648016503040201"), oid("608648016503040277")));
        for (String hex : List.of(
                "3080",
                "308400ffffff",
                "30847fffffff",
                "3088ffffffffffffffff",
                "30800609",
                "3080" + "3080".repeat(100_000),
                "30800609 2a864886f70d010702 a080 3080 020101 3100".replace(" ", ""),
                "300b06092a864886f70d010702",
                "300d06092a864886f70d010703a000")) {
            family.hostile(oid(hex));
        }
        family.add(
                Expected.SURVIVED,
                bytes("-----BEGIN PKCS7-----\n" + Base64.getMimeEncoder().encodeToString(good)
                        + "\n-----END PKCS7-----\n"));
        family.hostile("-----BEGIN PKCS7-----\n" + "A".repeat(1 << 20));
    }

    private static String oid(String hex) {
        return text(HexFormat.of().parseHex(hex));
    }

    /** @param good in JSON, with its payload */
    static void addJson(HostileCorpus corpus, byte[] good) {
        String json = text(good);
        HostileFiles.cut(corpus.family("json-cut", "json"), good, 15);
        HostileFiles.flip(corpus.family("json-flipped", "json"), Expected.SURVIVED, good, 0, good.length, 30);
        Family family = corpus.family("json", "json");
        String header = field(json, "protected");
        String read = text(Base64.getUrlDecoder().decode(header));
        for (String other : List.of(
                read.replace("ES256", "none"),
                read.replace("ES256", "HS256"),
                read.replace("ES256", ""),
                read.replaceFirst("\\{", "{\"crit\":[\"unknown\"],"),
                read.replaceFirst("\\{", "{\"b64\":false,"),
                read.replaceFirst("\\{", "{\"jku\":\"http://127.0.0.1:1/\","),
                read.replaceFirst("\\{", "{\"x5u\":\"file:///etc/passwd\","),
                read.replaceFirst("\\{", "{\"alg\":\"none\","),
                "{}",
                "[]",
                "null",
                "{\"alg\":\"none\"}",
                "{\"alg\":" + "[".repeat(50_000),
                read + read)) {
            family.replaced(json, header, encoded(other));
        }
        family.replaced(json, header, "", "***", "A".repeat(1 << 20));
        family.replaced(json, field(json, "payload"), encoded("Una altra acta"), "", "%", "QQ==");
        family.replaced(json, field(json, "signature"), "", "AAAA", "A".repeat(100_000));
        family.replaced(json, "\"payload\"", "\"Payload\"", "\"payload\":\"\",\"payload\"", "\"detached\"");
        family.hostile("{\"payload\":\"\",\"signatures\":[]}");
        family.hostile("{\"payload\":\"\",\"signatures\":[" + "{},".repeat(10_000) + "{}]}");
        family.hostile("[".repeat(100_000));
        family.hostile("{\"a\":".repeat(100_000));
        family.hostile("{\"payload\":\"" + "x".repeat(8 << 20) + "\"}");
        family.hostile("1".repeat(1 << 20));
        family.hostile("1e999999999");
        family.hostile("{\"payload\":\"\\ud800\",\"signatures\":[{}]}");
        family.hostile("eyJhbGciOiJub25lIn0.QQ.");
        family.hostile("..");
        family.hostile(".".repeat(10_000));
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text));
    }

    /** @param good with the document {@code a.txt} */
    static void addContainer(HostileCorpus corpus, byte[] good) throws IOException {
        HostileFiles.cut(corpus.family("zip-cut", "asice"), good, 15);
        HostileFiles.flip(corpus.family("zip-flipped", "asice"), Expected.SURVIVED, good, 0, good.length, 30);
        Family family = corpus.family("zip", "asice");
        Map<String, byte[]> entries = unpacked(good);
        byte[] other = "Una altra acta".getBytes(StandardCharsets.UTF_8);
        for (String name : List.of(
                "b.txt",
                "../b.txt",
                "/b.txt",
                "x/../../b.txt",
                "..\\b.txt",
                "C:b.txt",
                "A.TXT",
                "a.txt ",
                "a.txt/",
                "a.txt\0",
                "META-INF/../b.txt",
                "META-INF/other.xml",
                "META-INF/manifest.xml/",
                "x".repeat(60_000))) {
            family.hostile(packed(with(entries, name, other)));
        }
        family.hostile(packed(with(entries, "a.txt", other)));
        family.hostile(packed(with(entries, "a.txt", new byte[0])));
        for (String name : entries.keySet()) {
            Map<String, byte[]> less = new LinkedHashMap<>(entries);
            less.remove(name);
            // The type may be missing (EN 319 162-1, A.1); nothing else may.
            family.add(name.equals("mimetype") ? Expected.SURVIVED : Expected.NEVER_VALID, packed(less));
            if (!name.equals("a.txt")) {
                family.add(
                        name.equals("mimetype") ? Expected.SURVIVED : Expected.NEVER_VALID,
                        packed(with(entries, name, other)));
            }
        }
        family.hostile(packed(with(entries, "zeros", new byte[64 << 20])));
        Map<String, byte[]> many = new LinkedHashMap<>(entries);
        for (int i = 0; i < 5_000; i++) {
            many.put("f" + i, new byte[0]);
        }
        family.hostile(packed(many));
        String zip = text(good);
        // The second time a name stands is in the directory.
        int directory = zip.lastIndexOf("a.txt");
        family.hostile(zip.substring(0, directory) + "b.txt" + zip.substring(directory + 5));
        int local = zip.indexOf("a.txt");
        family.hostile(zip.substring(0, local) + "b.txt" + zip.substring(local + 5));
        int end = zip.lastIndexOf("PK\5\6");
        family.hostile(zip.substring(0, end));
        family.hostile(zip.substring(0, end) + zip);
        family.hostile(zip.substring(0, end + 8) + "\0\0\0\0" + zip.substring(end + 12));
        family.hostile(zip.substring(0, end + 16) + "\377\377\377\377" + zip.substring(end + 20));
        family.hostile("PK\5\6" + "\0".repeat(18));
        // What some programs pass over, with the directory to match.
        int second = zip.indexOf("PK\3\4", 4);
        for (int place : new int[] {0, second, directory(good)}) {
            family.hostile(moved(good, place, bytes("#!/bin/sh\n")));
            family.hostile(moved(good, place, new byte[] {0}));
        }
        int method = zip.lastIndexOf("PK\1\2") + 10;
        family.hostile(zip, each -> each.substring(0, method) + "\0\0" + each.substring(method + 2));
        family.hostile(commented(good, "x".repeat(201)));
        family.hostile(commented(good, "PK\5\6" + "\0".repeat(18)));
        family.hostile(commented(good, "two\nlines"));
        family.add(Expected.VALID, commented(good, "mimetype=application/vnd.etsi.asic-e+zip"));
        // Behind the end, and before the start.
        family.hostile(zip + "x");
        family.hostile("#!/bin/sh\n" + zip);
    }

    private static int directory(byte[] zip) {
        return littleEndian(zip).getInt(zip.length - 6);
    }

    private static ByteBuffer littleEndian(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All that lies behind this place lies further behind, and the directory says so. */
    private static byte[] moved(byte[] zip, int place, byte[] more) {
        int directory = directory(zip);
        byte[] moved =
                bytes(text(zip).substring(0, place) + text(more) + text(zip).substring(place));
        ByteBuffer written = littleEndian(moved);
        written.putInt(moved.length - 6, directory + more.length);
        int entry = directory + more.length;
        while (written.getInt(entry) == 0x02014b50) {
            int offset = written.getInt(entry + 42);
            written.putInt(entry + 42, offset >= place ? offset + more.length : offset);
            entry += 46 + written.getShort(entry + 28) + written.getShort(entry + 30) + written.getShort(entry + 32);
        }
        return moved;
    }

    private static byte[] commented(byte[] zip, String comment) {
        byte[] commented = bytes(text(zip) + comment);
        littleEndian(commented).putShort(zip.length - 2, (short) comment.length());
        return commented;
    }

    private static Map<String, byte[]> with(Map<String, byte[]> entries, String name, byte[] content) {
        Map<String, byte[]> more = new LinkedHashMap<>(entries);
        more.put(name, content);
        return more;
    }

    private static Map<String, byte[]> unpacked(byte[] container) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] packed(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }
}
