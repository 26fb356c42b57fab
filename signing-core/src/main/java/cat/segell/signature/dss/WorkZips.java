// SPDX-License-Identifier: EUPL-1.2
package cat.segell.signature.dss;

import eu.europa.esig.dss.asic.common.SecureContainerHandlerBuilder;
import eu.europa.esig.dss.asic.common.ZipUtils;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import java.nio.file.Path;

/** DSS packs and unpacks containers in memory, or where one setting for the whole program says: here, in the work folder. */
final class WorkZips {

    private static final ScopedValue<Path> FOLDER = ScopedValue.newInstance();

    static {
        ZipUtils.getInstance()
                .setZipContainerHandlerBuilder(() -> new SecureContainerHandlerBuilder()
                        .setResourcesHandlerBuilder(new TempFileResourcesHandlerBuilder()
                                .setTempFileDirectory(FOLDER.get().toFile()))
                        .build());
    }

    private WorkZips() {}

    static <T, X extends Throwable> T in(Path folder, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(FOLDER, folder).call(work);
    }
}
