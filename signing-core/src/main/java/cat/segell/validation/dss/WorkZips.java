// SPDX-License-Identifier: EUPL-1.2
package cat.segell.validation.dss;

import eu.europa.esig.dss.asic.common.SecureContainerHandlerBuilder;
import eu.europa.esig.dss.asic.common.ZipUtils;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import java.nio.file.Path;

/** DSS packs and unpacks containers in memory, or where one setting for the whole program says: here, in the work folder. */
public final class WorkZips {

    /** In bytes: what unpacks to less is no bomb, however well it is packed. */
    private static final long THRESHOLD = 64 << 20;

    /** DSS looks into every ZIP that is to be signed, and documents are ZIPs too: containers of ours have other limits. */
    private static final int MOST_FILES = 100_000;

    private static final ScopedValue<Path> FOLDER = ScopedValue.newInstance();

    static {
        ZipUtils.getInstance()
                .setZipContainerHandlerBuilder(() -> new SecureContainerHandlerBuilder()
                        .setThreshold(THRESHOLD)
                        .setMaxAllowedFilesAmount(MOST_FILES)
                        .setResourcesHandlerBuilder(new TempFileResourcesHandlerBuilder()
                                .setTempFileDirectory(FOLDER.get().toFile()))
                        .build());
    }

    private WorkZips() {}

    /** @param folder what is packed or unpacked meanwhile lies there */
    public static <T, X extends Throwable> T in(Path folder, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(FOLDER, folder).call(work);
    }
}
