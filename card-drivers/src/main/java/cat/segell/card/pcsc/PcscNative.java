// SPDX-License-Identifier: EUPL-1.2
package cat.segell.card.pcsc;

import cat.segell.problem.ProblemException;
import cat.segell.problem.ReaderProblem.PcscNone;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PC/SC of this system: {@code winscard.dll}, {@code libpcsclite.so.1} or {@code PCSC.framework}. The library is looked for
 * with each new context until it is there, so PC/SC may be installed while the application runs.
 */
public final class PcscNative implements Pcsc {

    private static final int SCOPE_SYSTEM = 2;

    /** Readers may come between the question how long their names are and the question for the names. */
    private static final int LISTING_ATTEMPTS = 5;

    private final PcscAbi abi = PcscAbi.of(System.getProperty("os.name"));
    private final Path folder;
    private final String path;
    private @Nullable NativeLibrary library;

    /** @param folder {@code native} in the home */
    public PcscNative(Path folder) {
        this(folder, path(PcscAbi.of(System.getProperty("os.name"))));
    }

    PcscNative(Path folder, String path) {
        this.folder = folder;
        this.path = path;
    }

    /** Whole paths where systems have them: nothing that lies in another folder on the way is taken for PC/SC. */
    private static String path(PcscAbi abi) {
        return switch (abi) {
            case WINDOWS -> System.getenv().getOrDefault("SystemRoot", "C:\\Windows") + "\\System32\\winscard.dll";
            case MACOS -> "/System/Library/Frameworks/PCSC.framework/PCSC";
            case LINUX -> "libpcsclite.so.1";
        };
    }

    private synchronized NativeLibrary library() throws PcscFailure {
        if (library == null) {
            try {
                JnaLibrary.prepare(folder);
                library = NativeLibrary.getInstance(path);
            } catch (ProblemException e) {
                throw PcscFailure.unreachable(e.problem());
            } catch (UnsatisfiedLinkError | NoClassDefFoundError absent) {
                throw PcscFailure.unreachable(new PcscNone());
            }
        }
        return library;
    }

    @Override
    public Context establish() throws PcscFailure {
        NativeLibrary loaded = library();
        try (Memory handle = new Memory(8)) {
            handle.clear();
            Object[] arguments = {abi.dwordArgument(SCOPE_SYSTEM), Pointer.NULL, Pointer.NULL, handle};
            demand("SCardEstablishContext", call(loaded, "SCardEstablishContext", arguments));
            return new NativeContext(loaded, abi.contextArgument(abi.context(handle.getByteBuffer(0, 8))));
        }
    }

    /** LONG is as wide as DWORD on all three. */
    private int call(NativeLibrary loaded, String function, Object... arguments) {
        Object result = loaded.getFunction(function).invoke(abi.dwordSize() == 8 ? long.class : int.class, arguments);
        return ((Number) result).intValue();
    }

    private static void demand(String function, int result) throws PcscFailure {
        if (result != PcscCode.SUCCESS) {
            throw PcscFailure.of(function, result);
        }
    }

    private final class NativeContext implements Context {

        private final NativeLibrary loaded;
        private final Number handle;

        /** Names as PC/SC wrote them, byte for byte: only these it knows again. */
        private final Map<String, byte[]> written = new HashMap<>();

        NativeContext(NativeLibrary loaded, Number handle) {
            this.loaded = loaded;
            this.handle = handle;
            written.put(ReaderStatus.ANY_READER, abi.text(ReaderStatus.ANY_READER));
        }

        @Override
        public List<String> readers() throws PcscFailure {
            String function = abi.textFunction("SCardListReaders");
            int result = PcscCode.INSUFFICIENT_BUFFER;
            for (int i = 0; i < LISTING_ATTEMPTS && result == PcscCode.INSUFFICIENT_BUFFER; i++) {
                try (Memory length = new Memory(8)) {
                    length.clear();
                    result = call(loaded, function, handle, Pointer.NULL, Pointer.NULL, length);
                    if (result == PcscCode.SUCCESS) {
                        int characters = abi.dword(length.getByteBuffer(0, 8), 0);
                        if (characters <= 0) {
                            return List.of();
                        }
                        try (Memory names = new Memory((long) characters * abi.charSize())) {
                            names.clear();
                            result = call(loaded, function, handle, Pointer.NULL, names, length);
                            if (result == PcscCode.SUCCESS) {
                                return names(names.getByteArray(0, (int) names.size()));
                            }
                        }
                    }
                }
            }
            if (result == PcscCode.NO_READERS_AVAILABLE) {
                return List.of();
            }
            throw PcscFailure.of(function, result);
        }

        private List<String> names(byte[] multi) {
            List<String> names = new ArrayList<>();
            for (byte[] each : abi.texts(multi)) {
                String name = abi.text(each);
                written.put(name, each);
                names.add(name);
            }
            return names;
        }

        @Override
        public List<ReaderStatus> change(List<ReaderStatus> known, Duration limit) throws PcscFailure {
            List<Memory> names = new ArrayList<>();
            try (Memory rows = new Memory((long) known.size() * abi.rowSize())) {
                ByteBuffer table = rows.getByteBuffer(0, rows.size());
                for (int i = 0; i < known.size(); i++) {
                    Memory name = name(known.get(i).name());
                    names.add(name);
                    abi.putRow(table, i, Pointer.nativeValue(name), known.get(i).known());
                }
                String function = abi.textFunction("SCardGetStatusChange");
                int result = call(
                        loaded,
                        function,
                        handle,
                        abi.dwordArgument((int) limit.toMillis()),
                        rows,
                        abi.dwordArgument(known.size()));
                if (result == PcscCode.TIMEOUT || result == PcscCode.CANCELLED) {
                    return List.of();
                }
                demand(function, result);
                return statuses(table, known);
            } finally {
                names.forEach(Memory::close);
            }
        }

        private List<ReaderStatus> statuses(ByteBuffer table, List<ReaderStatus> known) {
            List<ReaderStatus> now = new ArrayList<>();
            for (int i = 0; i < known.size(); i++) {
                now.add(abi.row(table, i, known.get(i).name()));
            }
            return now;
        }

        private Memory name(String name) {
            byte[] bytes = written.getOrDefault(name, abi.text(name));
            Memory memory = new Memory(bytes.length);
            memory.write(0, bytes, 0, bytes.length);
            return memory;
        }

        @Override
        public void cancel() {
            call(loaded, "SCardCancel", handle);
        }

        @Override
        public void close() {
            call(loaded, "SCardReleaseContext", handle);
        }
    }
}
