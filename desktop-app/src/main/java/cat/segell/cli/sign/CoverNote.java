// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.sign;

import cat.segell.batch.BatchDocument;
import cat.segell.cli.Inputs;
import cat.segell.cli.Out;
import cat.segell.document.DocumentFile;
import cat.segell.problem.ProblemException;
import cat.segell.signature.Appearance;
import cat.segell.signature.Appearance.Place;
import cat.segell.signature.SignatureProfile;
import cat.segell.signature.dss.PdfInspection;
import cat.segell.signature.visible.CoveredGround;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** That a box which was named lies over what a page shows. Before the PIN: whoever wants to be read can choose another. */
record CoverNote(SignedBefore before, Inputs inputs, Out out) {

    /** Each is drawn for it, and nobody reads more lines than these. */
    private static final int MOST = 10;

    void tell(List<BatchDocument> documents, SignatureProfile profile) {
        Optional<Place> place = profile.appearance()
                .map(Appearance::place)
                .filter(named -> named instanceof Appearance.Box || named instanceof Appearance.EveryPage);
        if (place.isEmpty() || documents.size() > MOST) {
            return;
        }
        documents.stream()
                .map(BatchDocument::input)
                .filter(FormerRun::isPdf)
                .forEach(file -> before.look(file, document -> tell(file, document, place.get())));
    }

    private void tell(Path file, DocumentFile document, Place place) throws ProblemException {
        // It guards against what can't be signed, and what takes too much to be drawn.
        PdfInspection _ = PdfInspection.of(document);
        Optional<Integer> page = CoveredGround.page(document, place);
        if (page.isPresent()) {
            String number = String.valueOf(page.get());
            out.note(out.wrapped(
                    "", out.texts().text("sign.covers", Map.of("file", inputs.shown(file), "page", number))));
        }
    }
}
