// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.demo;

import java.io.IOException;
import java.util.List;

/** An agreement of two pages. */
final class Agreement {

    private Agreement() {}

    static void write(Paper paper) throws IOException {
        paper.title("Conveni de cessió d'espais");
        paper.paragraph("D'una part, l'Ajuntament de Pràctiques, representat pel seu alcalde. De l'altra, l'Associació "
                + "Cultural L'Exemple, representada per la presidenta.");
        paper.heading("Exposen");
        paper.paragraph(
                "Que l'Ajuntament és titular de l'antiga fàbrica tèxtil, rehabilitada com a centre cívic, i que "
                        + "l'entitat vol fer-hi tallers, concerts i assajos oberts a tota la ciutadania.");
        paper.heading("Pactes");
        String[] clauses = {
            "Objecte. L'Ajuntament cedeix l'ús de la sala polivalent i del pati, sense cap contraprestació.",
            "Durada. Quatre anys des de la signatura, prorrogables per dos anys més de mutu acord.",
            "Despeses. Els subministraments van a càrrec de l'Ajuntament; la neteja després de cada acte, de l'entitat.",
            "Responsabilitat. L'entitat contracta una assegurança que cobreix els danys a tercers i a l'edifici.",
            "Horaris. De dilluns a dijous de 17 a 22 h, i els caps de setmana segons el calendari que es pacti.",
            "Seguiment. Una comissió amb dues persones de cada part es reuneix un cop cada semestre.",
            "Resolució. L'incompliment greu, advertit per escrit i no esmenat en un mes, resol el conveni.",
            "Protecció de dades. Cada part és responsable del tractament de les dades que recull.",
        };
        for (int i = 0; i < clauses.length; i++) {
            paper.paragraph((i + 1) + ". " + clauses[i]);
        }
        paper.newPage();
        paper.heading("Annex. Inventari dels espais");
        paper.table(List.of(
                List.of("Espai", "Superfície", "Aforament"),
                List.of("Sala polivalent", "180 m²", "120 persones"),
                List.of("Pati cobert", "95 m²", "70 persones"),
                List.of("Magatzem", "22 m²", "–"),
                List.of("Camerí", "14 m²", "6 persones")));
        paper.paragraph("I, en prova de conformitat, ambdues parts ho signen electrònicament.");
    }
}
