// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.revocation.StatusHttp;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.ValidationReport;
import cat.segell.validation.Validator;
import java.time.InstantSource;
import java.util.Optional;

/** Validates with EU DSS under a hardened policy, and with our own rules on what signatures cover. */
public final class DssValidator implements Validator {

    private final InstantSource clock;
    private final Optional<StatusHttp> issuers;
    private final boolean etsi;

    /** Asks nobody. */
    public DssValidator() {
        this(InstantSource.system(), Optional.empty());
    }

    /** @param issuers asks them what they say of certificates whose authority is believed; the caller closes it */
    public DssValidator(StatusHttp issuers) {
        this(InstantSource.system(), Optional.of(issuers));
    }

    /** @param clock when the validation takes place */
    DssValidator(InstantSource clock, Optional<StatusHttp> issuers) {
        this(clock, issuers, false);
    }

    private DssValidator(InstantSource clock, Optional<StatusHttp> issuers, boolean etsi) {
        this.clock = clock;
        this.issuers = issuers;
        this.etsi = etsi;
    }

    @Override
    public Validator withEtsi() {
        return new DssValidator(clock, issuers, true);
    }

    @Override
    public ValidationReport validate(DocumentFile document, OriginalDocument original, TrustAnchors anchors)
            throws ProblemException {
        DssEngine engine = new DssEngine(new CertificateSources(anchors, issuers), clock.instant(), etsi);
        return AnyKind.read(
                document,
                pdf -> new DocumentJudge(document, pdf, engine, anchors).report(),
                kind -> new SignedFile(document, kind, original).report(engine, anchors));
    }
}
