// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.module;

import cat.segell.credential.algorithm.SignatureAlgorithm;
import cat.segell.document.DigestAlgorithm;
import iaik.pkcs.pkcs11.wrapper.CK_MECHANISM;
import iaik.pkcs.pkcs11.wrapper.CK_RSA_PKCS_PSS_PARAMS;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/** How PKCS#11 calls signature algorithms (v3.0, §2.1 and §2.3 of the mechanisms). */
final class Mechanisms {

    private Mechanisms() {}

    static CK_MECHANISM of(SignatureAlgorithm algorithm) {
        CK_MECHANISM mechanism = new CK_MECHANISM();
        switch (algorithm.scheme()) {
            case RSA_PKCS1 -> mechanism.mechanism = PKCS11Constants.CKM_RSA_PKCS;
            case ECDSA -> mechanism.mechanism = PKCS11Constants.CKM_ECDSA;
            case RSA_PSS -> {
                mechanism.mechanism = PKCS11Constants.CKM_RSA_PKCS_PSS;
                mechanism.pParameter = pss(algorithm.digest());
            }
        }
        return mechanism;
    }

    private static CK_RSA_PKCS_PSS_PARAMS pss(DigestAlgorithm hash) {
        CK_RSA_PKCS_PSS_PARAMS parameters = new CK_RSA_PKCS_PSS_PARAMS();
        parameters.sLen = hash.length();
        switch (hash) {
            case SHA256 -> {
                parameters.hashAlg = PKCS11Constants.CKM_SHA256;
                parameters.mgf = PKCS11Constants.CKG_MGF1_SHA256;
            }
            case SHA384 -> {
                parameters.hashAlg = PKCS11Constants.CKM_SHA384;
                parameters.mgf = PKCS11Constants.CKG_MGF1_SHA384;
            }
            case SHA512 -> {
                parameters.hashAlg = PKCS11Constants.CKM_SHA512;
                parameters.mgf = PKCS11Constants.CKG_MGF1_SHA512;
            }
        }
        return parameters;
    }
}
