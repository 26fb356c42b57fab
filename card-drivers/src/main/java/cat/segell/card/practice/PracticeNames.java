// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.practice;

import cat.segell.certificate.PracticeMark;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The invented people of the practice cards, in the form of the subjects of real certificates. */
final class PracticeNames {

    /** Said in the subject of every practice certificate. */
    static final String NO_VALUE = "practice: no legal value";

    private static final String ARC = "2.16.724.1.3.5";

    static final Employee SECRETARY =
            new Employee("MARIA", "PROVA", "EXEMPLE", "00000000T", "Secretària", "Secretaria", ARC + ".7.2");
    static final Employee MAYOR =
            new Employee("PERE", "MOSTRA", "EXEMPLE", "00000001R", "Alcalde", "Alcaldia", ARC + ".7.2");
    /** High level, as no key in software could really be: to practise how it is shown. */
    static final Employee OFFICER =
            new Employee("ROSA", "MODEL", "EXEMPLE", "00000002W", "Tècnica", "Urbanisme", ARC + ".7.1");

    static final PracticeHolder NUMBERED = new Numbered("PR-0042");
    static final PracticeHolder CITIZEN = new Citizen("JOANA", "ASSAIG", "EXEMPLE", "00000003A");

    private static final String ENTITY = "Ajuntament de Pràctiques";
    private static final String ENTITY_NIF = "P0000000A";

    private PracticeNames() {}

    private static X500NameBuilder inEntity() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "ES")
                .addRDN(BCStyle.O, ENTITY)
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "VATES-" + ENTITY_NIF)
                .addRDN(BCStyle.OU, NO_VALUE);
    }

    private static void add(X500NameBuilder builder, String policy, int number, String value) {
        builder.addRDN(new ASN1ObjectIdentifier(policy + "." + number), new DERUTF8String(value));
    }

    /**
     * An invented employee of an invented town council.
     *
     * @param nif with numbers that were never issued
     * @param policy of public employees, high or medium level
     */
    record Employee(
            String given, String surname1, String surname2, String nif, String position, String unit, String policy)
            implements PracticeHolder {

        @Override
        public X500Name subject(Purpose purpose) {
            return inEntity()
                    .addRDN(BCStyle.T, position)
                    .addRDN(BCStyle.SURNAME, surname1 + " " + surname2 + " - DNI " + nif)
                    .addRDN(BCStyle.GIVENNAME, given)
                    .addRDN(BCStyle.SERIALNUMBER, "IDCES-" + nif)
                    .addRDN(BCStyle.CN, "%s %s %s (%s) (%s)".formatted(given, surname1, surname2, NO_VALUE, purpose))
                    .build();
        }

        /** What the state's profile puts into the alternative name, under the policy's own arc. */
        @Override
        public Optional<X500Name> attributes() {
            X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
            add(builder, policy, 1, "CERTIFICAT DE PRÀCTIQUES D'EMPLEAT PÚBLIC");
            add(builder, policy, 2, ENTITY);
            add(builder, policy, 3, ENTITY_NIF);
            add(builder, policy, 4, nif);
            add(builder, policy, 6, given);
            add(builder, policy, 7, surname1);
            add(builder, policy, 8, surname2);
            add(builder, policy, 10, unit);
            add(builder, policy, 11, position);
            return Optional.of(builder.build());
        }

        @Override
        public String policy(Purpose purpose) {
            return policy;
        }

        @Override
        public boolean statesLogin() {
            return true;
        }
    }

    /** An employee who signs under a number. */
    record Numbered(String pseudonym) implements PracticeHolder {

        private static final String POLICY = ARC + ".4.1";

        @Override
        public X500Name subject(Purpose purpose) {
            return inEntity()
                    .addRDN(BCStyle.PSEUDONYM, pseudonym)
                    .addRDN(BCStyle.CN, "PSEUDONIM - %s - %s (%s) (%s)".formatted(pseudonym, ENTITY, NO_VALUE, purpose))
                    .build();
        }

        @Override
        public Optional<X500Name> attributes() {
            X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
            add(builder, POLICY, 1, "CERTIFICAT DE PRÀCTIQUES D'EMPLEAT PÚBLIC AMB PSEUDÒNIM");
            add(builder, POLICY, 2, ENTITY);
            add(builder, POLICY, 3, ENTITY_NIF);
            add(builder, POLICY, 12, pseudonym);
            return Optional.of(builder.build());
        }

        @Override
        public String policy(Purpose purpose) {
            return POLICY;
        }

        @Override
        public boolean statesLogin() {
            return true;
        }
    }

    /** Named and marked as the identity card does it: no organisation, no alternative name, no extended usage. */
    record Citizen(String given, String surname1, String surname2, String nif) implements PracticeHolder {

        @Override
        public X500Name subject(Purpose purpose) {
            return new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.C, "ES")
                    .addRDN(BCStyle.OU, NO_VALUE)
                    .addRDN(BCStyle.SERIALNUMBER, nif)
                    .addRDN(BCStyle.SURNAME, surname1 + " " + surname2)
                    .addRDN(BCStyle.GIVENNAME, given)
                    .addRDN(BCStyle.CN, "%s %s, %s (%s)".formatted(surname1, surname2, given, NO_VALUE))
                    .build();
        }

        @Override
        public Optional<X500Name> attributes() {
            return Optional.empty();
        }

        @Override
        public String policy(Purpose purpose) {
            return switch (purpose) {
                case SIG -> "2.16.724.1.2.2.2.3";
                case AUT -> "2.16.724.1.2.2.2.4";
            };
        }

        @Override
        public boolean statesLogin() {
            return false;
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
