// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.app.settings.RevocationQuestion;
import cat.segell.certificate.CertificateChain;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.signature.SignatureLevel;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.revocation.RememberedRevocation;
import cat.segell.trust.revocation.RevocationCheck;
import cat.segell.trust.revocation.RevocationHttp;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import cat.segell.trust.revocation.StatusHttp;
import cat.segell.validation.dss.CertificateSources;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether and how certificates' issuers are asked, before signing and when verifying, with the connections until this is closed. */
final class RevocationWiring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationWiring.class);

    /** What is believed here, and what is given now: the issuer's certificate may be among it. */
    @FunctionalInterface
    interface Anchors {
        TrustAnchors read(List<Path> given) throws ProblemException;
    }

    private record Service(RevocationHttp http, RevocationCheck remembered) {}

    private final Anchors anchors;
    private final ProxySelector proxies;
    private final Duration limit;
    private final Map<Boolean, Service> open = new HashMap<>();
    private final Map<Boolean, StatusHttp> verifying = new HashMap<>();

    /** @param limit for all services of one certificate together */
    RevocationWiring(Anchors anchors, ProxySelector proxies, Duration limit) {
        this.anchors = anchors;
        this.proxies = proxies;
        this.limit = limit;
    }

    /**
     * @param question as it is set
     * @param level that a batch wants
     * @param tsa addresses of the authorities that time-stamp it
     * @param trusted files and folders of this one command
     * @param privateNetwork whether addresses may be loopback or private
     */
    RevocationCheck of(
            RevocationQuestion question,
            SignatureLevel level,
            List<String> tsa,
            List<Path> trusted,
            boolean privateNetwork) {
        boolean connects = level != SignatureLevel.B && tsa.stream().anyMatch(each -> !each.equals(Wiring.PRACTICE));
        return switch (question) {
            case NEVER -> RevocationCheck.NONE;
            case WITH_TSA -> connects ? check(trusted, privateNetwork) : RevocationCheck.NONE;
            case BELIEVED -> connects ? check(trusted, privateNetwork) : whereBelieved(trusted, privateNetwork);
            case ALWAYS -> check(trusted, privateNetwork);
        };
    }

    /** Whom nobody here believes may have written any address into a certificate. */
    private RevocationCheck whereBelieved(List<Path> trusted, boolean privateNetwork) {
        RevocationCheck check = check(trusted, privateNetwork);
        return (certificate, others) ->
                isVouchedFor(certificate, others, believed(trusted)) ? check.of(certificate, others) : new NotAsked();
    }

    private static boolean isVouchedFor(
            X509Certificate certificate, List<X509Certificate> others, List<X509Certificate> believed) {
        List<X509Certificate> beside = new ArrayList<>(others);
        beside.addAll(believed);
        return CertificateChain.of(certificate, beside).stream().skip(1).anyMatch(believed::contains);
    }

    /** Who is asked of the certificates in documents. */
    synchronized StatusHttp whenVerifying(boolean privateNetwork) {
        return verifying.computeIfAbsent(
                privateNetwork,
                allowed -> new StatusHttp(allowed, proxies, InstantSource.system(), StatusHttp.TIME_LIMIT));
    }

    private synchronized RevocationCheck check(List<Path> trusted, boolean privateNetwork) {
        Service service = open.computeIfAbsent(privateNetwork, allowed -> {
            RevocationHttp http = new RevocationHttp(allowed, proxies, InstantSource.system(), limit);
            return new Service(http, new RememberedRevocation(http, InstantSource.system()));
        });
        return (certificate, others) -> service.remembered().of(certificate, withAnchors(trusted, others));
    }

    private List<X509Certificate> withAnchors(List<Path> trusted, List<X509Certificate> others) {
        List<X509Certificate> all = new ArrayList<>(others);
        all.addAll(believed(trusted));
        return all;
    }

    private List<X509Certificate> believed(List<Path> trusted) {
        try {
            return new CertificateSources(anchors.read(trusted), Optional.empty()).believed();
        } catch (ProblemException e) {
            // Signing needs no anchors: whoever verifies is told.
            LOG.info("{}", ProblemTrace.of(e));
            return List.of();
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(service -> service.http().close());
        open.clear();
        verifying.values().forEach(StatusHttp::close);
        verifying.clear();
    }
}
