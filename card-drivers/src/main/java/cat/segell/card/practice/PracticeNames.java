// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.certificate.PracticeMark;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The invented people of the practice card, in the form of the T-CAT certificates' subjects. */
final class PracticeNames {

    /** Said in the subject of every practice certificate. */
    static final String NO_VALUE = "practice: no legal value";

    /** Public employee, medium level: keys in software could never be more. */
    static final String EMPLOYEE_POLICY = "2.16.724.1.3.5.7.2";

    static final Employee SECRETARY =
            new Employee("MARIA", "PROVA", "EXEMPLE", "00000000T", "Secretària", "Secretaria");
    static final Employee MAYOR = new Employee("PERE", "MOSTRA", "EXEMPLE", "00000001R", "Alcalde", "Alcaldia");

    private static final String ENTITY = "Ajuntament de Pràctiques";
    private static final String ENTITY_NIF = "P0000000A";

    private PracticeNames() {}

    /**
     * An invented employee of an invented town council.
     *
     * @param nif with numbers that were never issued
     */
    record Employee(String given, String surname1, String surname2, String nif, String position, String unit) {

        /** @param purpose AUT or SIG */
        X500Name subject(String purpose) {
            return new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.C, "ES")
                    .addRDN(BCStyle.O, ENTITY)
                    .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "VATES-" + ENTITY_NIF)
                    .addRDN(BCStyle.OU, NO_VALUE)
                    .addRDN(BCStyle.T, position)
                    .addRDN(BCStyle.SURNAME, surname1 + " " + surname2 + " - DNI " + nif)
                    .addRDN(BCStyle.GIVENNAME, given)
                    .addRDN(BCStyle.SERIALNUMBER, "IDCES-" + nif)
                    .addRDN(BCStyle.CN, "%s %s %s (%s) (%s)".formatted(given, surname1, surname2, NO_VALUE, purpose))
                    .build();
        }

        /** What the state's profile puts into the alternative name, under the policy's own arc. */
        X500Name attributes() {
            X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
            add(builder, 1, "CERTIFICAT DE PRÀCTIQUES D'EMPLEAT PÚBLIC");
            add(builder, 2, ENTITY);
            add(builder, 3, ENTITY_NIF);
            add(builder, 4, nif);
            add(builder, 6, given);
            add(builder, 7, surname1);
            add(builder, 8, surname2);
            add(builder, 10, unit);
            add(builder, 11, position);
            return builder.build();
        }

        private static void add(X500NameBuilder builder, int number, String value) {
            builder.addRDN(new ASN1ObjectIdentifier(EMPLOYEE_POLICY + "." + number), new DERUTF8String(value));
        }
    }

    /** @param mark tells the authorities of two homes apart */
    static X500Name authority(String mark) {
        return service("Segell practice CA " + mark);
    }

    static X500Name timestamps() {
        return service("Segell practice time-stamps");
    }

    private static X500Name service(String what) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "ES")
                .addRDN(BCStyle.O, PracticeMark.ORGANISATION)
                .addRDN(BCStyle.OU, NO_VALUE)
                .addRDN(BCStyle.CN, what)
                .build();
    }
}
