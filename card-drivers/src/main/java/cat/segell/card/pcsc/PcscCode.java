// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

/** Return codes of PC/SC that mean something here; the same on all platforms. */
final class PcscCode {

    static final int SUCCESS = 0;
    static final int CANCELLED = 0x80100002;
    static final int INVALID_HANDLE = 0x80100003;
    static final int INSUFFICIENT_BUFFER = 0x80100008;
    static final int UNKNOWN_READER = 0x80100009;
    static final int TIMEOUT = 0x8010000A;
    static final int SYSTEM_CANCELLED = 0x80100012;
    static final int COMM_ERROR = 0x80100013;
    static final int READER_UNAVAILABLE = 0x80100017;
    static final int SHUTDOWN = 0x80100018;
    static final int NO_SERVICE = 0x8010001D;
    static final int SERVICE_STOPPED = 0x8010001E;
    static final int NO_ACCESS = 0x80100027;
    static final int NO_READERS_AVAILABLE = 0x8010002E;
    static final int SECURITY_VIOLATION = 0x8010006A;

    private PcscCode() {}
}
