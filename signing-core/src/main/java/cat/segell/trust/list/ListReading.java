// SPDX-License-Identifier: EUPL-1.2
package cat.segell.trust.list;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.tsl.LOTLInfo;
import eu.europa.esig.dss.model.tsl.TLInfo;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.client.http.DSSFileLoader;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.tsl.function.GrantedOrRecognizedAtNationalLevelTrustAnchorPeriodPredicate;
import eu.europa.esig.dss.tsl.function.OfficialJournalSchemeInformationURI;
import eu.europa.esig.dss.tsl.function.TLPredicateFactory;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.source.LOTLSource;
import eu.europa.esig.trustedlist.jaxb.tsl.OtherTSLPointerType;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DSS reads the list of lists with its pivots and the countries' lists, and checks each against who may sign it.
 *
 * @param source the certificates of those that are good, with what the lists say of them
 */
record ListReading(LOTLInfo lotl, List<TLInfo> countries, TrustedListsCertificateSource source) {

    /** Where a list comes from; none is a {@link DSSException}. */
    @FunctionalInterface
    interface Origin {
        byte[] list(String address);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ListReading.class);

    private static final int THREADS = 4;

    /** Of the services that lists have, those whose certificates vouch for signers and times; others sign letters or parcels. */
    private static final List<String> SERVICES = List.of("/CA/", "/NationalRootCA-QC", "/TSA", "/Certstatus/");

    /** The list of lists alone, so that nobody it names is asked before it is believed. */
    static Optional<ListReading> lotl(LotlSigners signers, Origin origin, Instant now) {
        return read(signers, origin, now, _ -> false);
    }

    /**
     * @param countries their codes; none means all
     * @return absent where the engine can make nothing of it
     */
    static Optional<ListReading> all(LotlSigners signers, Origin origin, Instant now, List<String> countries) {
        return read(
                signers,
                origin,
                now,
                countries.isEmpty()
                        ? TLPredicateFactory.createEUTLPredicate()
                        : TLPredicateFactory.createEUTLCountryCodePredicate(countries.toArray(String[]::new)));
    }

    /** DSS throws exceptions of many types at lists that aren't as they should be. */
    private static Optional<ListReading> read(
            LotlSigners signers, Origin origin, Instant now, Predicate<OtherTSLPointerType> countries) {
        try {
            return Optional.of(readAll(signers, origin, now, countries));
        } catch (RuntimeException unreadable) {
            LOG.info(
                    "the list of lists can't be read: {}", unreadable.getClass().getName());
            return Optional.empty();
        }
    }

    private static ListReading readAll(
            LotlSigners signers, Origin origin, Instant now, Predicate<OtherTSLPointerType> countries) {
        TrustedListsCertificateSource source = new TrustedListsCertificateSource();
        TLValidationJob job = new TLValidationJob();
        ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("reads a list ", 0).factory());
        try {
            job.setExecutorService(threads);
            job.setListOfTrustedListSources(source(signers, countries));
            job.setSynchronizationStrategy(new GoodLists(now));
            job.setTrustedListCertificateSource(source);
            job.setOfflineDataLoader(loader(origin));
            job.offlineRefresh();
        } finally {
            threads.shutdownNow();
        }
        LOTLInfo lotl = job.getSummary().getLOTLInfos().getFirst();
        return new ListReading(lotl, List.copyOf(lotl.getTLInfos()), source);
    }

    private static DSSFileLoader loader(Origin origin) {
        return address -> {
            DSSDocument document = new InMemoryDocument(origin.list(address), address);
            return document;
        };
    }

    private static LOTLSource source(LotlSigners signers, Predicate<OtherTSLPointerType> countries) {
        CommonCertificateSource certificates = new CommonCertificateSource();
        for (X509Certificate signer : signers.certificates()) {
            certificates.addCertificate(new CertificateToken(signer));
        }
        LOTLSource source = new LOTLSource();
        source.setUrl(signers.address().toString());
        source.setCertificateSource(certificates);
        source.setSigningCertificatesAnnouncementPredicate(new OfficialJournalSchemeInformationURI(signers.notice()));
        source.setLotlPredicate(TLPredicateFactory.createEULOTLPredicate());
        source.setTlPredicate(countries);
        source.setPivotSupport(true);
        // What was withdrawn vouches for what was signed before, and for nothing later.
        source.setTrustAnchorValidityPredicate(new GrantedOrRecognizedAtNationalLevelTrustAnchorPeriodPredicate());
        source.setTrustServicePredicate(service -> {
            String type = service.getServiceInformation().getServiceTypeIdentifier();
            return type != null && SERVICES.stream().anyMatch(type::contains);
        });
        return source;
    }
}
