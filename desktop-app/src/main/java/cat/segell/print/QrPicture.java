// SPDX-License-Identifier: EUPL-1.2
package cat.segell.print;

import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** An address for cameras (ISO/IEC 18004). The empty border that it needs is for the caller to leave. */
final class QrPicture {

    private final QrCode code;

    QrPicture(String address) {
        // Medium: a fold or a stain on paper doesn't matter.
        this.code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
    }

    /** @param size of each side; the lower left corner is at {@code x}, {@code y} */
    void draw(PDPageContentStream out, float x, float y, float size) throws IOException {
        float module = size / code.size;
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                int from = column;
                while (code.getModule(column, row)) {
                    column++;
                }
                if (column > from) {
                    out.addRect(x + from * module, y + size - (row + 1) * module, (column - from) * module, module);
                }
            }
        }
        // In one go: between pictures of their own some programs leave white lines.
        out.fill();
    }
}
