// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.coverage;

import cat.segell.validation.Reason;
import cat.segell.validation.coverage.Coverage.Counters;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;

/** CMS (RFC 5652): one object, and nothing behind it. */
public final class CmsCoverage {

    private CmsCoverage() {}

    /** @throws IOException where it isn't signed data */
    public static Coverage of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return of(in);
        }
    }

    static Coverage of(InputStream in) throws IOException {
        ASN1InputStream objects = new ASN1InputStream(in, Math.toIntExact(Coverage.LARGEST));
        try {
            SignedData data = signedData(objects.readObject());
            Set<Reason> reasons = in.read() < 0 ? Set.of() : Set.of(Reason.CHANGED_AFTER_SIGNING);
            return new Coverage(
                    data.getSignerInfos().size(),
                    Set.of(),
                    Counters.of(counters(data.getSignerInfos())),
                    data.getEncapContentInfo().getContent() == null,
                    reasons);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException broken) {
            throw new IOException(broken);
        }
    }

    /** RFC 5652 §11.4: as many as there are values in as many attributes, and each may have its own again. */
    private static int counters(ASN1Set signers) {
        int count = 0;
        for (ASN1Encodable each : signers) {
            ASN1Set unsigned = SignerInfo.getInstance(each).getUnauthenticatedAttributes();
            for (ASN1Encodable attribute : unsigned == null ? new DERSet() : unsigned) {
                Attribute named = Attribute.getInstance(attribute);
                if (CMSAttributes.counterSignature.equals(named.getAttrType())) {
                    count += named.getAttrValues().size() + counters(named.getAttrValues());
                }
            }
        }
        return count;
    }

    private static SignedData signedData(ASN1Primitive object) throws IOException {
        ContentInfo info = ContentInfo.getInstance(object);
        if (info == null || !CMSObjectIdentifiers.signedData.equals(info.getContentType())) {
            throw new IOException("not signed data");
        }
        return SignedData.getInstance(info.getContent());
    }
}
