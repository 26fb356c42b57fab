// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app;

import cat.segell.card.file.KeyFileSource;
import cat.segell.card.practice.PracticeAuthority;
import cat.segell.card.practice.PracticeCard;
import cat.segell.card.practice.PracticeTimestampAuthority;
import cat.segell.credential.CredentialSource;
import cat.segell.problem.ProblemException;
import cat.segell.timestamp.TimestampAuthority;
import cat.segell.timestamp.TimestampFallback;
import cat.segell.timestamp.TimestampHttp;
import cat.segell.trust.TrustAnchors;
import cat.segell.trust.TrustStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the parts for one command or one window: the only place that knows which class stands behind a port. */
public final class Wiring {

    /** How practice means are named in {@code --key}, {@code --tsa} and {@code --trust}. */
    public static final String PRACTICE = "practice:";

    private final Start start;
    private final PracticeAuthority practice;

    public Wiring(Start start) {
        this.start = start;
        this.practice = new PracticeAuthority(start.dirs().practice());
    }

    /** Every way to get at a key. */
    public CredentialSource credentials() {
        return new JoinedSources(List.of(new KeyFileSource(), practiceCard()));
    }

    public PracticeCard practiceCard() {
        return new PracticeCard(practice);
    }

    /**
     * @param addresses asked in this order; {@code practice:} is the built-in authority
     * @param privateNetwork whether addresses may be loopback or private
     * @return absent where there are no addresses
     * @throws ProblemException {@code TSA-ADDRESS-INVALID}
     */
    public Optional<TimestampAuthority> timestamps(List<String> addresses, boolean privateNetwork)
            throws ProblemException {
        List<TimestampAuthority> authorities = new ArrayList<>();
        for (String address : addresses) {
            authorities.add(
                    address.equals(PRACTICE)
                            ? new PracticeTimestampAuthority(practice)
                            : new TimestampHttp(TimestampHttp.address(address), privateNetwork));
        }
        return authorities.isEmpty() ? Optional.empty() : Optional.of(new TimestampFallback(authorities));
    }

    /**
     * What is believed here: the home's {@code trust} folder, what is set, and what is given now.
     *
     * @param given files and folders of this one command
     * @param withPractice whether the practice authority was named
     * @throws ProblemException {@code TRUST-UNREADABLE}
     */
    public TrustAnchors anchors(List<Path> given, boolean withPractice) throws ProblemException {
        List<Path> places = new ArrayList<>(given);
        places.addAll(start.preferences().trust());
        if (Files.isDirectory(start.dirs().trust())) {
            places.add(start.dirs().trust());
        }
        List<X509Certificate> certificates = new ArrayList<>(TrustStore.read(places));
        if (withPractice) {
            certificates.add(practice.caCertificate());
        }
        return new TrustAnchors(certificates, withPractice);
    }
}
