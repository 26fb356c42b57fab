// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import cat.segell.credential.algorithm.SignatureScheme;
import cat.segell.document.DigestAlgorithm;
import cat.segell.signature.Commitment;
import cat.segell.signature.Packaging;
import cat.segell.signature.SignatureFormat;
import cat.segell.signature.SignatureLevel;
import eu.europa.esig.dss.enumerations.CommitmentTypeEnum;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;

/** Our choices in DSS's words. */
final class DssWords {

    private DssWords() {}

    /** @param inside what signs; a container has no levels of its own */
    static eu.europa.esig.dss.enumerations.SignatureLevel level(SignatureFormat inside, SignatureLevel level) {
        String family = switch (inside) {
            case PADES -> "PAdES";
            case XADES -> "XAdES";
            case CADES -> "CAdES";
            case JADES -> "JAdES";
            case ASIC_S, ASIC_E -> throw new IllegalArgumentException("a container: " + inside);
        };
        return eu.europa.esig.dss.enumerations.SignatureLevel.valueByName(family + "-BASELINE-" + level);
    }

    static eu.europa.esig.dss.enumerations.DigestAlgorithm digest(DigestAlgorithm digest) {
        return switch (digest) {
            case SHA256 -> eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA256;
            case SHA384 -> eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA384;
            case SHA512 -> eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA512;
        };
    }

    static EncryptionAlgorithm encryption(SignatureScheme scheme) {
        return switch (scheme) {
            case RSA_PKCS1 -> EncryptionAlgorithm.RSA;
            case RSA_PSS -> EncryptionAlgorithm.RSASSA_PSS;
            case ECDSA -> EncryptionAlgorithm.ECDSA;
        };
    }

    static SignaturePackaging packaging(Packaging packaging) {
        return switch (packaging) {
            case ENVELOPED -> SignaturePackaging.ENVELOPED;
            case ENVELOPING, ATTACHED -> SignaturePackaging.ENVELOPING;
            case DETACHED -> SignaturePackaging.DETACHED;
        };
    }

    static CommitmentTypeEnum commitment(Commitment commitment) {
        return switch (commitment) {
            case ORIGIN -> CommitmentTypeEnum.ProofOfOrigin;
            case RECEIPT -> CommitmentTypeEnum.ProofOfReceipt;
            case DELIVERY -> CommitmentTypeEnum.ProofOfDelivery;
            case SENDER -> CommitmentTypeEnum.ProofOfSender;
            case APPROVAL -> CommitmentTypeEnum.ProofOfApproval;
            case CREATION -> CommitmentTypeEnum.ProofOfCreation;
        };
    }
}
