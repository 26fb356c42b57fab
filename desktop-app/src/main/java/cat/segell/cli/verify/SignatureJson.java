// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.verify;

import cat.segell.certificate.CertificateFacts;
import cat.segell.text.Excerpt;
import cat.segell.validation.Reason;
import cat.segell.validation.SignatureReport;
import cat.segell.validation.detail.CertificateDetail;
import cat.segell.validation.detail.ClaimDetail;
import cat.segell.validation.detail.RevocationDetail;
import cat.segell.validation.detail.SignatureDetail;
import cat.segell.validation.detail.TimestampDetail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A signature and what was found of it, in JSON. */
final class SignatureJson {

    private SignatureJson() {}

    static Map<String, Object> of(SignatureReport signature, VerdictRemedies remedies) {
        Map<String, Object> json = new LinkedHashMap<>();
        signature.signer().ifPresent(signer -> {
            json.put("signer", signer.holder());
            signer.organisation().ifPresent(organisation -> json.put("organisation", organisation));
            signer.position().ifPresent(position -> json.put("position", position));
        });
        signature.certificateSha256().ifPresent(sha256 -> json.put("certificateSha256", sha256));
        json.put("format", signature.format());
        signature.level().ifPresent(level -> json.put("level", level));
        signature.signedAt().ifPresent(time -> json.put("signedAt", time.toString()));
        json.put("timestamped", signature.timestamped());
        signature.qualified().ifPresent(qualified -> json.put("qualified", qualified.word()));
        if (signature.timestampQualified()) {
            json.put("timestampQualified", true);
        }
        if (signature.isCounterSignature()) {
            json.put("counterSignature", true);
            signature.detail().counterSigned().ifPresent(number -> json.put("of", number));
        }
        json.put("verdict", signature.verdict().word());
        json.put("indication", signature.indication());
        signature.subIndication().ifPresent(word -> json.put("subIndication", word));
        json.put("reasons", signature.reasons().stream().map(Reason::name).toList());
        remedies.line(List.of(signature)).ifPresent(words -> json.put("remedy", words));
        if (signature.reasons().contains(Reason.PRACTICE)) {
            json.put("practice", true);
        }
        put(signature.detail(), json);
        return json;
    }

    private static void put(ClaimDetail claims, Map<String, Object> json) {
        claims.field().ifPresent(name -> json.put("field", name));
        claims.certifies().ifPresent(changes -> json.put("certifies", word(changes)));
        claims.reason().ifPresent(reason -> json.put("reason", reason));
        claims.location().ifPresent(location -> json.put("location", location));
        if (!claims.roles().isEmpty()) {
            excerpt(json, "roles", claims.roles());
        }
        if (!claims.commitments().isEmpty()) {
            excerpt(json, "commitments", claims.commitments());
        }
        claims.policy().ifPresent(policy -> json.put("policy", policy));
        if (claims.shortened()) {
            json.put("claimsShortened", true);
        }
    }

    /** That it isn't all of it is told beside. */
    static void excerpt(Map<String, Object> json, String name, Excerpt excerpt) {
        json.put(name, excerpt.words());
        if (excerpt.leftOut() > 0) {
            json.put(name + "LeftOut", excerpt.leftOut());
        }
        if (excerpt.shortened()) {
            json.put(name + "Shortened", true);
        }
    }

    private static void put(SignatureDetail detail, Map<String, Object> json) {
        put(detail.claims(), json);
        detail.claimedAt().ifPresent(time -> json.put("claimedAt", time.toString()));
        detail.algorithm().ifPresent(algorithm -> json.put("algorithm", algorithm));
        if (!detail.timestamps().isEmpty()) {
            json.put(
                    "timestamps",
                    detail.timestamps().stream().map(SignatureJson::timestamp).toList());
        }
        if (!detail.certificates().isEmpty()) {
            json.put(
                    "certificates",
                    detail.certificates().stream()
                            .map(SignatureJson::certificate)
                            .toList());
        }
    }

    private static Map<String, Object> timestamp(TimestampDetail stamp) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("time", stamp.time().toString());
        stamp.authority().ifPresent(authority -> json.put("authority", authority));
        json.put("standing", word(stamp.standing()));
        return json;
    }

    private static Map<String, Object> certificate(CertificateDetail certificate) {
        CertificateFacts facts = certificate.facts();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("holder", facts.holder());
        json.put("issuer", facts.issuer());
        json.put("sha256", facts.sha256());
        json.put("notBefore", facts.notBefore().toString());
        json.put("notAfter", facts.notAfter().toString());
        json.put("trusted", certificate.anchor());
        certificate.revocation().ifPresent(told -> json.put("revocation", revocation(told)));
        return json;
    }

    private static Map<String, Object> revocation(RevocationDetail told) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", word(told.status()));
        json.put("source", told.byList() ? "crl" : "ocsp");
        json.put("toldAt", told.toldAt().toString());
        told.revokedAt().ifPresent(time -> json.put("revokedAt", time.toString()));
        return json;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
