// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import static cat.segell.validation.dss.HostileCorpus.bytes;
import static cat.segell.validation.dss.HostileCorpus.replaceFirst;
import static cat.segell.validation.dss.HostileCorpus.text;

import cat.segell.fixture.HostilePdf;
import cat.segell.validation.dss.HostileCorpus.Expected;
import cat.segell.validation.dss.HostileCorpus.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Signed PDFs that were tampered with, by the families of attack that are known, and PDFs that are broken or endless. */
final class HostilePdfs {

    private final HostileCorpus corpus;
    private final byte[] good;
    private final String text;

    /** Of the signature's hexadecimal digits. */
    private final int contents;

    private final int contentsEnd;

    private HostilePdfs(HostileCorpus corpus, byte[] good) {
        this.corpus = corpus;
        this.good = good;
        this.text = text(good);
        this.contents = text.indexOf('<', text.indexOf("/Contents", text.indexOf("/ETSI"))) + 1;
        this.contentsEnd = text.indexOf('>', contents);
    }

    @FunctionalInterface
    interface Attack {
        Path on(Path file) throws IOException;
    }

    /** @param signed with one signature each, of different levels */
    static void add(HostileCorpus corpus, List<Path> signed, Path folder) throws IOException {
        for (Path file : signed) {
            HostilePdfs pdfs = new HostilePdfs(corpus, Files.readAllBytes(file));
            pdfs.changed();
            pdfs.appended();
            pdfs.updated(file);
            pdfs.byteRanges();
            pdfs.signatures();
            pdfs.wrapped();
            pdfs.tables();
        }
        endless(corpus, folder);
    }

    private void changed() {
        HostileFiles.flip(corpus.family("pdf-flipped-before", "pdf"), Expected.NEVER_VALID, good, 0, contents - 1, 15);
        HostileFiles.flip(
                corpus.family("pdf-flipped-behind", "pdf"),
                Expected.NEVER_VALID,
                good,
                contentsEnd + 1,
                good.length,
                15);
        HostileFiles.flip(corpus.family("pdf-flipped-cms", "pdf"), Expected.SURVIVED, good, contents, contentsEnd, 20);
        HostileFiles.cut(corpus.family("pdf-cut", "pdf"), good, 15);
    }

    /** Behind the end, where no signature reaches. */
    private void appended() {
        Family family = corpus.family("pdf-appended", "pdf");
        for (String more : List.of(
                "% a comment\n",
                "%%EOF\n",
                "startxref\n0\n%%EOF\n",
                "startxref\n999999999999\n%%EOF\n",
                "1 0 obj\n<<>>\nendobj\n",
                "xref\n0 0\ntrailer\n<</Size 1>>\nstartxref\n0\n%%EOF\n",
                "xref\n0 99999999\n",
                "PK\3\4",
                " ".repeat(1 << 20),
                text)) {
            family.hostile(text + more);
        }
        // A blank says nothing to anybody.
        family.add(Expected.SURVIVED, bytes(text + " "));
        family.add(Expected.SURVIVED, bytes(text + "\0"));
    }

    /** Incremental updates: shadowing, replacing, adding. */
    private void updated(Path file) throws IOException {
        Family family = corpus.family("pdf-updated", "pdf");
        for (Attack attack : List.<Attack>of(
                PdfAttack::appendPage,
                PdfAttack::replaceContent,
                PdfAttack::replaceContentStream,
                PdfAttack::replaceFont,
                PdfAttack::annotate,
                PdfAttack::openAction,
                PdfAttack::secondPictureOfSignature,
                PdfAttack::changeTitle,
                each -> PdfAttack.annotate(PdfAttack.changeTitle(each)))) {
            family.hostile(Files.readAllBytes(attack.on(file)));
        }
        for (String object : List.of(
                "/Type/Catalog",
                "/Type/Catalog/Pages 99 0 R",
                "/Type/Catalog/Pages<</Type/Pages/Kids[]/Count 0>>",
                "/Type/Catalog/OCProperties<</OCGs[]/D<<>>>>",
                "/Type/Catalog/Perms<<>>",
                "/Type/Catalog/AcroForm<</Fields[]/SigFlags 0>>",
                "/Type/Catalog/AcroForm<</XFA(<xdp/>)>>")) {
            family.hostile(update("<<" + object + ">>"));
        }
    }

    /** The catalog anew, in an update that is well formed. */
    private String update(String catalog) {
        String root = text.substring(text.lastIndexOf("/Root") + 5).strip();
        String number = root.substring(0, root.indexOf(' '));
        int offset = text.length();
        String object = number + " 0 obj\n" + catalog + "\nendobj\n";
        return text + object + "xref\n" + number + " 1\n%010d 00000 n \n".formatted(offset)
                + "trailer\n<</Size 99/Root " + number + " 0 R/Prev " + startxref() + ">>\nstartxref\n"
                + (offset + object.length()) + "\n%%EOF\n";
    }

    private String startxref() {
        return text.substring(text.lastIndexOf("startxref") + 9).strip().split("\\s", 2)[0];
    }

    /** What is said to be signed. */
    private void byteRanges() {
        int start = text.indexOf('[', text.indexOf("/ByteRange"));
        String range = text.substring(start, text.indexOf(']', start) + 1);
        corpus.family("pdf-range", "pdf")
                .replaced(
                        text,
                        range,
                        "[]",
                        "null",
                        "(all)",
                        "[0 0 0 0]",
                        "[0 1]",
                        "[0 1 2]",
                        "[0 1 2 3 4 5]",
                        "[0 -1 5 5]",
                        "[-5 10 20 30]",
                        "[0 99999999999999999999 0 0]",
                        "[0 2147483647 2147483647 2147483647]",
                        "[0 9.5 2 1]",
                        "[0 9 2 /A]",
                        "[0 " + text.length() + " 0 0]",
                        "[0 " + contents + " 0 " + contents + "]",
                        "[" + contentsEnd + " 9 0 " + contents + "]",
                        "1 0 R",
                        "[[0 1 2 3]]");
    }

    /** What is said to be the signature (universal forgery). */
    private void signatures() {
        String hex = text.substring(contents - 1, contentsEnd + 1);
        Family family = corpus.family("pdf-forged", "pdf");
        family.replaced(
                text,
                hex,
                "<>",
                "<00>",
                "null",
                "()",
                "<30>",
                "<3080>",
                "<308400ffffff>",
                "<zz>",
                "<" + "30".repeat(20_000) + ">",
                "<" + "3080".repeat(50_000) + ">",
                "<" + "00".repeat(100) + ">",
                "1 0 R",
                "[]",
                hex.substring(0, hex.length() / 2) + ">",
                ">" + hex);
        family.replaced(
                text,
                "/ETSI.CAdES.detached",
                "/adbe.pkcs7.sha1",
                "/adbe.x509.rsa_sha1",
                "/ETSI.RFC3161",
                "/Other",
                "null");
        family.replaced(text, "/Adobe.PPKLite", "/Other", "null");
        family.replaced(text, "/ByteRange", "/ByteRang", "/Contents");
        family.replaced(text, "/Type /Sig", "/Type /DocTimeStamp", "/Type /Page");
    }

    /** The signed parts moved apart, with something between them (signature wrapping). */
    private void wrapped() {
        Family family = corpus.family("pdf-wrapped", "pdf");
        String first = text.substring(0, contentsEnd + 1);
        String second = text.substring(contentsEnd + 1);
        for (String between : List.of(
                " ",
                "\n1 0 obj\n<<>>\nendobj\n",
                "/ByteRange[0 " + contents + " " + (contentsEnd + 1) + " " + second.length() + "]",
                "/Contents<00>",
                " ".repeat(10_000))) {
            family.hostile(first + between + second);
        }
        String signature = text.substring(text.lastIndexOf("obj", text.indexOf("/ByteRange")) + 3, contentsEnd + 1);
        family.hostile(text + "77 0 obj\n" + signature + ">>\nendobj\n");
        family.hostile(replaceFirst(text, "%PDF-1.", "%PDF-1.4\n77 0 obj\n" + signature + ">>\nendobj\n%PDF-1."));
        family.hostile("\n" + text);
        family.hostile("GIF89a" + text);
    }

    /** Where the objects are. */
    private void tables() {
        Family family = corpus.family("pdf-table", "pdf");
        int last = text.lastIndexOf("startxref");
        for (String place : List.of("0", "1", "-5", "999999999", "99999999999999999999", "here", "", "9 9 9")) {
            family.hostile(text.substring(0, last) + "startxref\n" + place + "\n%%EOF\n");
        }
        int end = text.length();
        for (String trailer : List.of(
                "/Size 99/Root 1 0 R/Prev " + end,
                "/Size 99/Root 1 0 R/XRefStm " + end + "/Prev " + startxref(),
                "/Size -1/Root 1 0 R/Prev " + startxref(),
                "/Size 2147483648/Root 1 0 R/Prev " + startxref(),
                "/Size 99/Prev " + startxref(),
                "/Size 99/Root 99 0 R/Prev " + startxref(),
                "/Size 99/Root 7/Prev " + startxref(),
                "/Size 99/Root<</Pages 2 0 R>>/Prev " + startxref(),
                "/Size 99/Root 1 0 R/Prev -1",
                "/Size 99/Root 1 0 R/Prev(x)",
                "/Size 99/Root 1 0 R/Encrypt 1 0 R/Prev " + startxref())) {
            // An update of no object changes nothing, whatever its trailer says; one that leads elsewhere does.
            boolean leadsElsewhere = !trailer.contains("/Root 1 0 R") && trailer.contains("/Root");
            family.add(
                    leadsElsewhere ? Expected.NEVER_VALID : Expected.SURVIVED,
                    bytes(text + "xref\n0 0\ntrailer\n<<" + trailer + ">>\nstartxref\n" + end + "\n%%EOF\n"));
        }
    }

    /** Unsigned: what is made to bring down who opens it. */
    private static void endless(HostileCorpus corpus, Path folder) throws IOException {
        Path file = folder.resolve("endless.pdf");
        Family family = corpus.family("pdf-endless", "pdf");
        for (Function<Path, Path> made : List.<Function<Path, Path>>of(
                each -> HostilePdf.packedObjects(each, 1L << 30, "/Type/ObjStm"),
                each -> HostilePdf.packedObjects(each, 1L << 30, ""),
                each -> HostilePdf.packedContent(each, 1L << 30, ""),
                each -> HostilePdf.packedContent(each, 1L << 30, "/DecodeParms<</Predictor 12/Columns 99999999>>"),
                each -> HostilePdf.packedTable(each, 1L << 30),
                each -> HostilePdf.nested(each, "[", "]", 100_000),
                each -> HostilePdf.nested(each, "<</A ", ">>", 100_000),
                each -> HostilePdf.nested(each, "[", "", 100_000),
                each -> HostilePdf.nested(each, "(", ")", 100_000),
                HostilePdf::circle,
                HostilePdf::circleOfFields,
                each -> HostilePdf.deepTree(each, 10_000),
                each -> HostilePdf.manyPages(each, 100_000))) {
            family.hostile(Files.readAllBytes(made.apply(file)));
        }
        String plain = text(Files.readAllBytes(HostilePdf.deepTree(file, 1)));
        family.hostile(plain.replace("/Count 1", "/Count -1"));
        family.hostile(plain.replace("/Count 1", "/Count 2147483647"));
        family.hostile(plain.replace("[0 0 612 792]", "[0 0 1e38 1e38]"));
        family.hostile(plain.replace("/Type/Catalog", "/Type/Catalog/AcroForm 1 0 R"));
        family.hostile(plain.replace("/Type/Catalog", "/Type/Catalog/AcroForm<</Fields 1 0 R>>"));
        family.hostile(bytes(plain.replace("/Root 1 0 R", "/Root 1 0 R/ID[" + "<00>".repeat(100_000) + "]")));
    }
}
