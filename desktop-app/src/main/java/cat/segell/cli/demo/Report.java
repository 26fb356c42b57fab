// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A yearly report: forty pages of text, tables, charts and pictures. */
final class Report {

    static final int PAGES = 40;

    private static final List<String> AREAS = List.of(
            "Secretaria i govern obert",
            "Urbanisme i habitatge",
            "Cultura i patrimoni",
            "Educació i joventut",
            "Medi ambient i energia",
            "Serveis socials",
            "Via pública i mobilitat",
            "Promoció econòmica",
            "Esports i salut");

    private static final List<String> MONTHS =
            List.of("gen", "feb", "març", "abr", "maig", "juny", "jul", "ag", "set", "oct", "nov", "des");

    private static final List<String> SENTENCES = List.of(
            "L'àrea ha tramitat més expedients que l'any anterior i n'ha reduït el temps mitjà de resolució.",
            "S'han atès totes les peticions dins el termini, excepte les que requerien un informe extern.",
            "La digitalització dels arxius ha avançat fins al 78 % dels fons anteriors a l'any 2000.",
            "El pressupost executat és del 94 %, amb una desviació que s'explica per l'ajornament d'una obra.",
            "Les enquestes de satisfacció donen una mitjana de 8,1 sobre 10, mig punt més que l'any passat.",
            "S'ha signat un conveni amb la Diputació per compartir serveis tècnics amb els municipis veïns.",
            "El personal ha rebut formació en signatura electrònica, protecció de dades i llenguatge planer.",
            "Per a l'any vinent es preveu consolidar el servei i ampliar-ne l'horari d'atenció al públic.");

    private final Paper paper;
    // Always the same report: a demo that differs from run to run can't be talked about on the phone.
    private final SplittableRandom random = new SplittableRandom(2025);

    private Report(Paper paper) {
        this.paper = paper;
    }

    static void write(Paper paper) throws IOException {
        new Report(paper).write();
    }

    private void write() throws IOException {
        paper.title("Memòria anual d'activitat 2025");
        paper.paragraph(
                "Recull l'activitat de les àrees municipals, amb les dades de gestió, l'execució del pressupost "
                        + "i els objectius per a l'exercici següent.");
        paper.heading("Índex");
        for (int i = 0; i < AREAS.size(); i++) {
            paper.paragraph((i + 1) + ". " + AREAS.get(i));
        }
        for (int page = 2; page <= PAGES; page++) {
            paper.newPage();
            page(page);
        }
    }

    private void page(int page) throws IOException {
        int area = (page - 2) * AREAS.size() / (PAGES - 1);
        paper.heading((area + 1) + ". " + AREAS.get(area));
        text(2);
        switch (page % 3) {
            case 0 -> {
                paper.paragraph("Expedients tramitats cada mes:");
                paper.bars(MONTHS, random.ints(12, 20, 160).toArray());
            }
            case 1 -> paper.picture(Picture.landscape(random.nextLong()), "Imatge del terme municipal (dibuix).");
            default -> table();
        }
        text(2);
    }

    private void text(int paragraphs) throws IOException {
        for (int i = 0; i < paragraphs; i++) {
            String first = SENTENCES.get(random.nextInt(SENTENCES.size()));
            String second = SENTENCES.get(random.nextInt(SENTENCES.size()));
            paper.paragraph(first.equals(second) ? first : first + " " + second);
        }
    }

    private void table() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Concepte", "Previst", "Executat"));
        for (String concept : List.of("Personal", "Béns i serveis", "Transferències", "Inversions")) {
            int planned = random.nextInt(40, 400);
            int done = planned * random.nextInt(80, 101) / 100;
            rows.add(List.of(concept, planned + ".000,00 €", done + ".000,00 €"));
        }
        paper.table(rows);
    }
}
