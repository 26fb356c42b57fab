// SPDX-License-Identifier: EUPL-1.2
package cat.segell.certificate;

import org.bouncycastle.asn1.x509.KeyUsage;

/** What the published profiles of certificates call things (Consorci AOC 6.9; the state's 2.0; ETSI EN 319 411). */
final class Profiled {

    static final String AOC = "1.3.6.1.4.1.15096.1.3.2.";
    static final String STATE = "2.16.724.1.3.5.";
    static final String QCP_N = "0.4.0.194112.1.0";
    static final String QCP_L = "0.4.0.194112.1.1";
    static final String QCP_N_QSCD = "0.4.0.194112.1.2";
    static final String NCP_PLUS = "0.4.0.2042.1.2";
    static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    static final String SMART_CARD = "1.3.6.1.4.1.311.20.2.2";
    static final String ADOBE = "1.2.840.113583.1.1.5";
    static final int DS = KeyUsage.digitalSignature;
    static final int CC = KeyUsage.nonRepudiation;
    static final int KE = KeyUsage.keyEncipherment;

    private Profiled() {}
}
