// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import cat.segell.certificate.StatusSources;
import cat.segell.certificate.StatusSources.ListPoint;
import cat.segell.network.GuardedHttp;
import cat.segell.network.HttpQuestion;
import cat.segell.problem.ProblemException;
import cat.segell.problem.ProblemTrace;
import cat.segell.problem.RevocationProblem;
import cat.segell.problem.RevocationProblem.RevocationDoubtful;
import cat.segell.problem.RevocationProblem.RevocationIssuerUnknown;
import cat.segell.problem.RevocationProblem.RevocationUnstated;
import cat.segell.trust.revocation.RevocationState.NotAsked;
import cat.segell.trust.revocation.RevocationState.NotKnown;
import java.net.ProxySelector;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the addresses that the certificate names: responders first, then lists. The first answer that is verified counts. */
public final class RevocationHttp implements RevocationCheck, AutoCloseable {

    /** Somebody waits who wants to enter a PIN. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(6);

    /** One certificate names two or three. */
    private static final int MOST_QUESTIONS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(RevocationHttp.class);

    private final GuardedHttp http;
    private final InstantSource clock;
    private final Duration limit;

    /**
     * @param privateNetwork whether services may be on this machine or in a private network
     * @param limit for all questions of one check
     */
    public RevocationHttp(boolean privateNetwork, ProxySelector proxies, InstantSource clock, Duration limit) {
        this.http = new GuardedHttp(privateNetwork, proxies);
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public RevocationState of(X509Certificate certificate, List<X509Certificate> others) {
        StatusSources sources = StatusSources.of(certificate);
        if (sources.exempt()) {
            return new NotAsked();
        }
        if (sources.ocsp().isEmpty() && sources.lists().isEmpty()) {
            return new NotKnown(new RevocationUnstated());
        }
        Questions questions = new Questions(http, limit.dividedBy(2), limit, MOST_QUESTIONS);
        Optional<X509Certificate> issuer = issuer(certificate, others, sources, questions);
        if (issuer.isEmpty()) {
            return new NotKnown(new RevocationIssuerUnknown());
        }
        return told(attempts(certificate, issuer.get(), sources, questions));
    }

    /** Asks one address. */
    private interface Attempt {
        RevocationState make() throws ProblemException;
    }

    private List<Attempt> attempts(
            X509Certificate certificate, X509Certificate issuer, StatusSources sources, Questions questions) {
        List<Attempt> attempts = new ArrayList<>();
        for (URI responder : sources.ocsp()) {
            OcspExchange exchange = new OcspExchange(responder, certificate, issuer);
            attempts.add(() -> exchange.state(
                    questions.ask(OcspExchange.question(responder, exchange.request())), clock.instant()));
        }
        RevocationList list = new RevocationList(certificate, issuer);
        for (ListPoint point : sources.lists()) {
            for (URI address : point.addresses()) {
                HttpQuestion get = HttpQuestion.get(address, RevocationList.TYPE, RevocationList.LARGEST);
                attempts.add(() -> list.state(address, point, questions.ask(get), clock.instant()));
            }
        }
        return attempts;
    }

    /** The first that tells; where none does, an answer that can't be believed says more than a silence. */
    private static RevocationState told(List<Attempt> attempts) {
        List<RevocationProblem> problems = new ArrayList<>();
        for (Attempt attempt : attempts) {
            try {
                return attempt.make();
            } catch (ProblemException e) {
                LOG.info("{}", ProblemTrace.of(e));
                problems.add((RevocationProblem) e.problem());
            }
        }
        return new NotKnown(problems.stream()
                .filter(RevocationDoubtful.class::isInstance)
                .findFirst()
                .orElseGet(problems::getFirst));
    }

    private static Optional<X509Certificate> issuer(
            X509Certificate certificate, List<X509Certificate> others, StatusSources sources, Questions questions) {
        IssuerSearch search = new IssuerSearch(certificate);
        Optional<X509Certificate> found = search.among(others);
        if (sources.issuerKey().isEmpty()) {
            return found;
        }
        for (URI address : sources.issuers()) {
            if (found.isPresent()) {
                break;
            }
            try {
                byte[] answer = questions.ask(HttpQuestion.get(address, "*/*", IssuerSearch.LARGEST));
                found = search.in(answer, sources.issuerKey().get());
            } catch (ProblemException e) {
                LOG.info("{}", ProblemTrace.of(e));
            }
        }
        return found;
    }

    /** Ends its connections. */
    @Override
    public void close() {
        http.close();
    }
}
