// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.demo;

import java.io.IOException;

/** A mayor's resolution of one page. */
final class Resolution {

    private Resolution() {}

    static void write(Paper paper) throws IOException {
        paper.title("Resolució d'Alcaldia 2026/0142");
        paper.paragraph("Assumpte: aprovació de la convocatòria i de les bases reguladores de les ajudes per a la "
                + "rehabilitació de façanes del nucli antic, exercici 2026.");
        paper.heading("Antecedents");
        paper.paragraph("1. El Ple, en la sessió ordinària del 26 de febrer, va aprovar el pressupost general, que "
                + "preveu a la partida 2026.151.78000 un crèdit de 120.000,00 € per a la millora de façanes.");
        paper.paragraph("2. L'arquitecta municipal ha emès un informe favorable sobre els criteris d'atorgament, i la "
                + "Intervenció n'ha fiscalitzat la despesa sense cap objecció.");
        paper.paragraph("3. Durant el període d'informació pública no s'ha presentat cap al·legació.");
        paper.heading("Fonaments de dret");
        paper.paragraph("Article 21.1 de la Llei 7/1985, reguladora de les bases del règim local; article 53 del Text "
                + "refós de la Llei municipal i de règim local de Catalunya; i Llei 38/2003, general de subvencions.");
        paper.heading("Resolc");
        paper.paragraph("Primer. Aprovar la convocatòria i les bases que consten a l'expedient, amb una dotació màxima "
                + "de 120.000,00 € i un ajut de fins al 40 % del cost, amb un topall de 6.000,00 € per façana.");
        paper.paragraph("Segon. Obrir un termini de vint dies hàbils per presentar-hi sol·licituds, a comptar de "
                + "l'endemà de la publicació al Butlletí Oficial de la Província.");
        paper.paragraph("Tercer. Publicar aquesta resolució al tauler d'anuncis i a la seu electrònica, i donar-ne "
                + "compte al Ple en la propera sessió.");
        paper.space(14);
        paper.paragraph("Contra aquesta resolució, que exhaureix la via administrativa, es pot interposar recurs "
                + "potestatiu de reposició en el termini d'un mes, o bé recurs contenciós administratiu en el de dos.");
        paper.space(10);
        paper.paragraph("Se signa electrònicament. En dono fe, la secretària.");
    }
}
