// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.pdf;

import eu.europa.esig.dss.pades.signature.PAdESService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers which parts the libraries name ({@link java.util.ServiceLoader}). DSS asks several times a document, and each time all libraries
 * of the class path would be searched, and some opened.
 */
final class RememberedServices extends ClassLoader {

    private static final String NAMED = "META-INF/services/";
    private static final RememberedServices OF_DSS = new RememberedServices(PAdESService.class.getClassLoader());

    private final Map<String, List<URL>> named = new ConcurrentHashMap<>();

    RememberedServices(ClassLoader libraries) {
        super(libraries);
    }

    /** @param work of DSS, on this thread */
    static <T> T during(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(OF_DSS);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(NAMED)) {
            return super.getResources(name);
        }
        try {
            return Collections.enumeration(named.computeIfAbsent(name, this::read));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<URL> read(String name) {
        try {
            List<URL> remembered = new ArrayList<>();
            for (URL each : Collections.list(super.getResources(name))) {
                try (InputStream in = each.openStream()) {
                    remembered.add(URL.of(URI.create("memory:" + name), new InMemory(in.readAllBytes())));
                }
            }
            return remembered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class InMemory extends URLStreamHandler {

        private final byte[] bytes;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {

                @Override
                public void connect() {
                    // It is here.
                }

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }
}
