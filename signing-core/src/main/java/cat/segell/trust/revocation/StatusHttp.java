// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.revocation;

import cat.segell.network.GuardedHttp;
import cat.segell.network.HttpQuestion;
import cat.segell.problem.ProblemException;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Fetches over HTTP, within limits, and remembers for a while: the documents of one office name the same few services. A document
 * decides neither how long this takes nor how much is read.
 */
public final class StatusHttp implements AutoCloseable {

    /** Of one document, for all services that it names. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    /** In a document's certificates; who names more wants to keep this computer busy. */
    static final int MOST_QUESTIONS = 32;

    private final GuardedHttp http;
    private final Duration limit;
    private final FetchedAnswers fetched;

    /**
     * @param privateNetwork whether services may be on this machine or in a private network
     * @param limit for all questions of one document
     */
    public StatusHttp(boolean privateNetwork, ProxySelector proxies, InstantSource clock, Duration limit) {
        this.http = new GuardedHttp(privateNetwork, proxies);
        this.limit = limit;
        this.fetched = new FetchedAnswers(clock);
    }

    /** For one document: its time runs from the first question on. */
    public StatusFetcher forOneDocument() {
        Questions questions = new Questions(http, limit.dividedBy(2), limit, MOST_QUESTIONS);
        return new StatusFetcher() {
            @Override
            public byte[] answer(URI responder, byte[] request) throws ProblemException {
                return fetched.get(OcspExchange.question(responder, request), questions);
            }

            @Override
            public byte[] list(URI address) throws ProblemException {
                HttpQuestion question = HttpQuestion.get(address, RevocationList.TYPE, RevocationList.LARGEST);
                return fetched.get(question, questions);
            }
        };
    }

    /** Ends its connections. */
    @Override
    public void close() {
        http.close();
    }
}
