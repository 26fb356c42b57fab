// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import cat.segell.network.HttpAddress;
import cat.segell.problem.ProblemException;
import cat.segell.problem.RevocationProblem;
import cat.segell.trust.revocation.StatusFetcher;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where DSS asks for revocation of one document's certificates: it gets no farther than our limits. */
final class StatusLoader implements DataLoader {

    private static final long serialVersionUID = 1;

    private final transient StatusFetcher fetcher;
    private final transient Set<RevocationProblem> unanswered = new LinkedHashSet<>();

    StatusLoader(StatusFetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** Why some services told nothing. */
    List<RevocationProblem> unanswered() {
        return List.copyOf(unanswered);
    }

    /** One way to fetch. */
    private interface Fetch {
        byte[] from(URI address) throws ProblemException;
    }

    @Override
    public byte[] get(String address) {
        return fetch(address, fetcher::list);
    }

    @Override
    public DataAndUrl get(List<String> addresses) {
        List<DSSExternalResourceException> failures = new ArrayList<>();
        for (String address : addresses) {
            try {
                return new DataAndUrl(address, get(address));
            } catch (DSSExternalResourceException e) {
                failures.add(e);
            }
        }
        DSSExternalResourceException none = new DSSExternalResourceException("none answers of " + addresses.size());
        failures.forEach(none::addSuppressed);
        throw none;
    }

    @Override
    public byte[] post(String address, byte[] request) {
        return fetch(address, uri -> fetcher.answer(uri, request));
    }

    private byte[] fetch(String address, Fetch fetch) {
        URI uri = HttpAddress.of(address)
                .orElseThrow(() -> new DSSExternalResourceException("not an address of the web"));
        try {
            return fetch.from(uri);
        } catch (ProblemException e) {
            unanswered.add((RevocationProblem) e.problem());
            throw new DSSExternalResourceException(e.problem().code(), e);
        }
    }

    /** The fetcher knows what it asks for. */
    @Override
    public void setContentType(String contentType) {}
}
