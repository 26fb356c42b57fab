// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;

/**
 * A time-stamp in a file of its own (RFC 3161): the token, or an authority's answer with the token in it, as {@code openssl ts}
 * keeps it. One object, and nothing behind it.
 */
public final class TimestampFile {

    /** In bytes. Tokens with the certificates of a whole chain stay far below. */
    private static final long LARGEST = 128 * 1024;

    private TimestampFile() {}

    /** Whether it is one by its structure; what it stamps and whether it holds is not looked at. */
    static boolean isOne(Path file) throws IOException {
        return find(file).isPresent();
    }

    /**
     * @return the token's DER
     * @throws IOException where it is none
     */
    public static byte[] token(Path file) throws IOException {
        return find(file).orElseThrow(() -> new IOException("no time-stamp")).getEncoded();
    }

    private static Optional<ContentInfo> find(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(file);
        try (ASN1InputStream objects = new ASN1InputStream(content)) {
            ASN1Primitive object = objects.readObject();
            return object instanceof ASN1Sequence sequence && objects.read() < 0
                    ? token(sequence).filter(TimestampFile::states)
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException _) {
            // Anything may lie in a file.
            return Optional.empty();
        }
    }

    private static Optional<ContentInfo> token(ASN1Sequence object) {
        if (!(object.getObjectAt(0) instanceof ASN1Sequence)) {
            return Optional.of(ContentInfo.getInstance(object));
        }
        TimeStampResp answer = TimeStampResp.getInstance(object);
        int status = answer.getStatus().getStatus().intValue();
        return status == PKIStatus.GRANTED || status == PKIStatus.GRANTED_WITH_MODS
                ? Optional.ofNullable(answer.getTimeStampToken())
                : Optional.empty();
    }

    /** Whether what it signs is the statement of a time-stamp. */
    private static boolean states(ContentInfo info) {
        return CMSObjectIdentifiers.signedData.equals(info.getContentType())
                && PKCSObjectIdentifiers.id_ct_TSTInfo.equals(SignedData.getInstance(info.getContent())
                        .getEncapContentInfo()
                        .getContentType());
    }
}
