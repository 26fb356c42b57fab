// SPDX-License-Identifier: EUPL-1.2
package cat.segell.report;

import cat.segell.report.Markup.Style;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The page as a tagged PDF. Only this class needs the library: whoever asks for no PDF doesn't load it. */
final class PdfReport {

    /** The window's fonts: their licence (SIL OFL) lets documents carry them. */
    private static final String FONTS = "/cat/segell/ui/fonts/";

    private PdfReport() {}

    static byte[] of(Page page) {
        // It would tell standard error how it goes.
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder renderer = new PdfRendererBuilder();
        renderer.usePdfUaAccessibility(true);
        renderer.withHtmlContent(HtmlReport.written(page, new Style(Resource.text("report-pdf.css"))), "");
        for (ExternalResourceControlPriority each : ExternalResourceControlPriority.values()) {
            renderer.useExternalResourceAccessControl((_, _) -> false, each);
        }
        font(renderer, "Inter_400Regular.ttf", "Inter", 400);
        font(renderer, "Inter_600SemiBold.ttf", "Inter", 700);
        font(renderer, "NotoSansMono_400Regular.ttf", "Mono", 400);
        renderer.useReplacementText("?");
        renderer.withProducer("Segell");
        renderer.toStream(out);
        try {
            renderer.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder renderer, String file, String family, int weight) {
        renderer.useFont(() -> Resource.open(FONTS + file), family, weight, FontStyle.NORMAL, true);
    }
}
