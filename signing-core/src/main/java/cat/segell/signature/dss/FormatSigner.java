// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.Credential;
import cat.segell.document.DocumentFile;
import cat.segell.document.DocumentKind;
import cat.segell.document.WorkFolder;
import cat.segell.problem.ProblemException;
import cat.segell.signature.PreparedDocument;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.SignedContent;
import cat.segell.signature.Signer;
import cat.segell.timestamp.TimestampAuthority;
import java.util.List;

/** Signs in every format: in the one that the profile names, or in the one that fits the document. */
public final class FormatSigner implements Signer {

    private final Signer pades;
    private final Signer xades;
    private final Signer cades;
    private final Signer jades;
    private final Signer asicXades;
    private final Signer asicCades;

    /**
     * For one batch: it remembers which authority didn't answer.
     *
     * @param authorities in the order in which they are asked; may be empty where only level B is wanted
     */
    public FormatSigner(List<? extends TimestampAuthority> authorities) {
        Stamping stamping = new Stamping(authorities);
        pades = new PadesSigner(stamping);
        xades = new FamilySigner<>(new XadesFamily(), stamping);
        cades = new FamilySigner<>(new CadesFamily(), stamping);
        jades = new FamilySigner<>(new JadesFamily(), stamping);
        asicXades = new FamilySigner<>(new AsicXadesFamily(), stamping);
        asicCades = new FamilySigner<>(new AsicCadesFamily(), stamping);
    }

    @Override
    public PreparedDocument prepare(DocumentFile document, Credential credential, SignatureProfile profile)
            throws ProblemException {
        SignatureForm form = form(document, profile);
        profile.claims().guard(form);
        return signer(form).prepare(document, credential, profile.in(form));
    }

    @Override
    public SignedContent complete(PreparedDocument prepared, byte[] signature, WorkFolder work)
            throws ProblemException {
        return signer(prepared.form()).complete(prepared, signature, work);
    }

    /** A container that is there already is signed once more as what it is. */
    private static SignatureForm form(DocumentFile document, SignatureProfile profile) throws ProblemException {
        SignatureForm wanted = profile.form().orElseGet(() -> fitting(document));
        return wanted.isContainer() ? AsicForms.existing(document).orElse(wanted) : wanted;
    }

    private static SignatureForm fitting(DocumentFile document) {
        return DocumentKind.isPdf(document.source(), document.copy()) ? SignatureForm.PADES : SignatureForm.ASIC_E;
    }

    private Signer signer(SignatureForm form) {
        return switch (form.inside()) {
            case PADES -> pades;
            case XADES -> form.isContainer() ? asicXades : xades;
            case CADES -> form.isContainer() ? asicCades : cades;
            case JADES -> jades;
            case ASIC_S, ASIC_E -> throw new IllegalArgumentException("a container in a container: " + form);
        };
    }
}
