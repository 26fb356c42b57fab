// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.visible;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws pages to see where something is. A picture that can't be decoded, as scans in JBIG2 or JPEG 2000 can't, is drawn as a black
 * box: a reader of PDFs shows it, and PDFBox alone would leave it out.
 */
final class InkRenderer extends PDFRenderer {

    InkRenderer(PDDocument document) {
        super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        Drawer drawer = new Drawer(parameters);
        drawer.setAnnotationFilter(getAnnotationsFilter());
        return drawer;
    }

    private static final class Drawer extends PageDrawer {

        private static final Rectangle2D PICTURE = new Rectangle2D.Float(0, 0, 1, 1);

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            try {
                super.drawImage(image);
            } catch (IOException unreadable) {
                Graphics2D page = getGraphics();
                page.setPaint(Color.BLACK);
                page.fill(getGraphicsState()
                        .getCurrentTransformationMatrix()
                        .createAffineTransform()
                        .createTransformedShape(PICTURE));
            }
        }
    }
}
