// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import cat.segell.certificate.QualifiedClaims.ValueLimit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.qualified.Iso4217CurrencyCode;
import org.bouncycastle.asn1.x509.qualified.MonetaryValue;
import org.bouncycastle.asn1.x509.qualified.QCStatement;

/** Reads the extension qCStatements (RFC 3739 §3.2.6, EN 319 412-5). A statement that is broken hides no other. */
final class QcStatements {

    private static final String COMPLIANCE = "0.4.0.1862.1.1";
    private static final String LIMIT = "0.4.0.1862.1.2";
    private static final String RETENTION = "0.4.0.1862.1.3";
    private static final String DEVICE = "0.4.0.1862.1.4";
    private static final String TYPE = "0.4.0.1862.1.6";
    private static final String COUNTRIES = "0.4.0.1862.1.7";

    private static final Map<String, QcType> TYPES =
            Map.of(TYPE + ".1", QcType.ESIGN, TYPE + ".2", QcType.ESEAL, TYPE + ".3", QcType.WEB);

    /** EN 319 411-2: QCP-l, QCP-l-qscd, QCP-w. */
    private static final Map<String, QcType> POLICIES =
            Map.of("0.4.0.194112.1.1", QcType.ESEAL, "0.4.0.194112.1.3", QcType.ESEAL, "0.4.0.194112.1.4", QcType.WEB);

    /** No limit is written with more digits than these; a number that is all exponent would fill the memory. */
    private static final int DIGITS = 12;

    private QcStatements() {}

    static QualifiedClaims of(X509Certificate certificate) {
        Map<String, Optional<ASN1Encodable>> statements = CertificateFields.extension(
                        certificate, Extension.qCStatements, QcStatements::statements)
                .orElse(Map.of());
        boolean compliance = statements.containsKey(COMPLIANCE);
        Set<QcType> types = types(statements);
        if (compliance && types.isEmpty()) {
            types = Set.of(typeByPolicy(certificate));
        }
        return new QualifiedClaims(
                compliance,
                statements.containsKey(DEVICE),
                types,
                read(statements, COUNTRIES, QcStatements::countries).orElse(List.of()),
                read(statements, RETENTION, QcStatements::years).orElse(OptionalInt.empty()),
                read(statements, LIMIT, QcStatements::limit).flatMap(Function.identity()));
    }

    private static Map<String, Optional<ASN1Encodable>> statements(ASN1Primitive value) {
        Map<String, Optional<ASN1Encodable>> statements = new LinkedHashMap<>();
        for (ASN1Encodable each : ASN1Sequence.getInstance(value)) {
            CertificateFields.decoded(() -> QCStatement.getInstance(each))
                    .ifPresent(statement -> statements.putIfAbsent(
                            statement.getStatementId().getId(), Optional.ofNullable(statement.getStatementInfo())));
        }
        return statements;
    }

    private static <T> Optional<T> read(
            Map<String, Optional<ASN1Encodable>> statements, String oid, Function<ASN1Encodable, T> decode) {
        return statements
                .getOrDefault(oid, Optional.empty())
                .flatMap(info -> CertificateFields.decoded(() -> decode.apply(info)));
    }

    private static Set<QcType> types(Map<String, Optional<ASN1Encodable>> statements) {
        Set<QcType> types = EnumSet.noneOf(QcType.class);
        read(statements, TYPE, ASN1Sequence::getInstance).ifPresent(oids -> {
            for (ASN1Encodable oid : oids) {
                CertificateFields.decoded(
                                () -> ASN1ObjectIdentifier.getInstance(oid).getId())
                        .map(TYPES::get)
                        .ifPresent(types::add);
            }
        });
        return types;
    }

    /** EN 319 412-5 §4.2.3: where no type is stated, it is for signatures; the policies of entities and sites say otherwise. */
    private static QcType typeByPolicy(X509Certificate certificate) {
        return CertificateFields.policies(certificate).stream()
                .map(POLICIES::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(QcType.ESIGN);
    }

    private static List<String> countries(ASN1Encodable info) {
        List<String> countries = new ArrayList<>();
        for (ASN1Encodable each : ASN1Sequence.getInstance(info)) {
            if (each.toASN1Primitive() instanceof ASN1String text) {
                CertificateFields.shown(text.getString()).ifPresent(countries::add);
            }
        }
        return countries;
    }

    private static OptionalInt years(ASN1Encodable info) {
        return OptionalInt.of(ASN1Integer.getInstance(info).intPositiveValueExact());
    }

    private static Optional<ValueLimit> limit(ASN1Encodable info) {
        MonetaryValue value = MonetaryValue.getInstance(info);
        BigInteger exponent = value.getExponent();
        if (exponent.bitLength() > 5
                || Math.abs(exponent.intValue()) > DIGITS
                || value.getAmount().bitLength() > 64) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(value.getAmount()).scaleByPowerOfTen(exponent.intValue());
        Iso4217CurrencyCode currency = value.getCurrency();
        String code = currency.isAlphabetic() ? currency.getAlphabetic() : String.valueOf(currency.getNumeric());
        return CertificateFields.shown(code).map(shown -> new ValueLimit(shown, amount));
    }
}
