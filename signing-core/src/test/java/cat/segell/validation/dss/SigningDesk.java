// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.document.DigestAlgorithm;
import cat.segell.document.DocumentFile;
import cat.segell.document.WorkFolder;
import cat.segell.fixture.IssuedKey;
import cat.segell.fixture.Profiles;
import cat.segell.fixture.Signing;
import cat.segell.network.Proxies;
import cat.segell.problem.ProblemException;
import cat.segell.signature.SignatureForm;
import cat.segell.signature.SignatureLevel;
import cat.segell.signature.SignatureProfile;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.revocation.StatusHttp;
import cat.segell.validation.OriginalDocument;
import cat.segell.validation.ValidationReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Signs and validates files of a test with the real parts. */
final class SigningDesk {

    private final Path folder;

    SigningDesk(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Level B. */
    Path sign(Path file, IssuedKey by) throws ProblemException {
        return sign(file, by, SignatureLevel.B, List.of());
    }

    /** Level T. */
    Path sign(Path file, IssuedKey by, TimestampAuthority authority) throws ProblemException {
        return sign(file, by, SignatureLevel.T, List.of(authority));
    }

    private Path sign(Path file, IssuedKey by, SignatureLevel level, List<TimestampAuthority> authorities)
            throws ProblemException {
        return Signing.sign(folder, file, by, SignatureProfile.pades(level), authorities);
    }

    /** In any form; an authority stamps it, at level T. */
    Path sign(Path file, IssuedKey by, SignatureForm form, SignatureLevel level, List<TimestampAuthority> authorities)
            throws ProblemException {
        return Signing.sign(folder, file, by, Profiles.with(form, level, DigestAlgorithm.SHA256, false), authorities);
    }

    ValidationReport validate(Path file, TrustAnchors anchors) throws ProblemException {
        return validate(file, anchors, InstantSource.system());
    }

    ValidationReport validate(Path file, TrustAnchors anchors, InstantSource clock) throws ProblemException {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                DocumentFile document = DocumentFile.read(file, work)) {
            return new DssValidator(clock, Optional.empty())
                    .validate(document, OriginalDocument.beside(document), anchors);
        }
    }

    /** Asks the issuers' services, on loopback too. */
    ValidationReport validateOnline(Path file, TrustAnchors anchors) throws ProblemException {
        try (WorkFolder work = WorkFolder.create(folder.resolve("home"));
                StatusHttp issuers =
                        new StatusHttp(true, Proxies.none(), InstantSource.system(), Duration.ofSeconds(30));
                DocumentFile document = DocumentFile.read(file, work)) {
            return new DssValidator(issuers).validate(document, anchors);
        }
    }
}
