// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What a file is, by its first bytes: its name says what somebody wanted it to be. */
public enum SignedKind {
    PDF,
    CONTAINER,
    XML,
    CMS,
    /** Of a document that lies elsewhere. */
    TIMESTAMP,
    JSON,
    /** A JWS in its compact form. */
    JWS,
    OTHER;

    /** Where the header of a PDF may be (ISO 32000-1, implementation note 13). */
    private static final int HEAD = 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** DER of the OID of signed data (RFC 5652 §5.1), which stands at its very beginning. */
    private static final String SIGNED_DATA = "\u0006\u0009*\u0086H\u0086\u00f7\r\u0001\u0007\u0002";

    private static final int OID_RANGE = 32;

    private static final Pattern COMPACT =
            Pattern.compile("eyJ[A-Za-z0-9_-]*+\\.[A-Za-z0-9_-]*+(\\..*)?", Pattern.DOTALL);

    private static final Pattern COMPACT_HEADER = Pattern.compile("eyJ[A-Za-z0-9_-]*+");

    /** The header of a compact JWS may hold a chain of certificates. */
    private static final int COMPACT_HEADER_RANGE = 128 * 1024;

    public static SignedKind of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            SignedKind kind = of(head);
            if (kind == OTHER && COMPACT_HEADER.matcher(text(head)).matches()) {
                return COMPACT.matcher(text(head) + text(in.readNBytes(COMPACT_HEADER_RANGE)))
                                .matches()
                        ? JWS
                        : OTHER;
            }
            boolean isBinary = kind == CMS || kind == OTHER;
            return isBinary && head.length > 0 && head[0] == '0' && TimestampFile.isOne(file) ? TIMESTAMP : kind;
        }
    }

    private static SignedKind of(byte[] head) {
        String text = text(head);
        String start = text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
        if (text.startsWith("%PDF-")) {
            return PDF;
        } else if (Arrays.mismatch(head, ZIP) == ZIP.length) {
            return CONTAINER;
        } else if (text.startsWith("0")
                && text.substring(0, Math.min(OID_RANGE, text.length())).contains(SIGNED_DATA)) {
            return CMS;
        } else if (start.startsWith("<") || text.startsWith("\u00fe\u00ff\0<") || text.startsWith("\u00ff\u00fe<\0")) {
            return XML;
        } else if (start.startsWith("{")) {
            return JSON;
        } else if (COMPACT.matcher(start).matches()) {
            return JWS;
        }
        return text.contains("%PDF-") ? PDF : OTHER;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
