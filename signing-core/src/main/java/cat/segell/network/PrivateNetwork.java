// SPDX-License-Identifier: EUPL-1.2
package cat.segell.network;

import java.net.InetAddress;

/** Addresses of this computer and of networks that are not the public one. */
final class PrivateNetwork {

    private PrivateNetwork() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc; // RFC 4193
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64; // RFC 6598
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || uniqueLocal
                || shared;
    }
}
