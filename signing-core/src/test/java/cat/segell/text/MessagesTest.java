// SPDX-License-Identifier: EUPL-1.2
package cat.segell.text;

import static org.assertj.core.api.Assertions.assertThat;

import cat.segell.problem.CertificateProblem.CertExpired;
import cat.segell.problem.ProblemText;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CA | 2026-05-01 | va caducar l’1 de maig de 2026",
                "CA | 2026-05-11 | va caducar l’11 de maig de 2026",
                "CA | 2026-05-12 | va caducar el 12 de maig de 2026",
                "CA | 2026-05-10 | va caducar el 10 de maig de 2026",
                "ES | 2026-05-01 | caducó el 1 de mayo de 2026",
                "EN | 2026-05-01 | expired on 1 May 2026"
            })
    void datesStandInASentenceAsTheLanguageWantsIt(Language language, LocalDate day, String words) {
        CertExpired problem = new CertExpired(
                "Maria Prova", day.atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant());
        assertThat(ProblemText.of(problem, language).cause()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"el,1 de maig,l’1 de maig", "del,1 de maig,de l’1 de maig", "del,2 de maig,del 2 de maig"})
    void catalanShortensTheArticle(String article, String value, String expected) {
        assertThat(Language.CA.withArticle(article, value)).isEqualTo(expected);
    }
}
