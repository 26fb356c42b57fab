// SPDX-License-Identifier: EUPL-1.2
package cat.segell.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The log: one file a day in the home, 14 days, 5 MB each at most. Nothing of it ever reaches standard output, and what
 * looks like a secret is masked even though no code of ours writes one.
 */
public final class LogFile {

    private static final int DAYS = 14;
    private static final FileSize SIZE = FileSize.valueOf("5MB");
    private static final FileSize ALL = FileSize.valueOf("40MB");

    private LogFile() {}

    /** @param folder exists */
    public static void open(Path folder) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender(context, folder));
        root.setLevel(Level.WARN);
        context.getLogger("cat.segell").setLevel(Level.INFO);
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path folder) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(
                folder.resolve("segell-%d{yyyy-MM-dd}.%i.log").toString());
        rolling.setMaxHistory(DAYS);
        rolling.setMaxFileSize(SIZE);
        rolling.setTotalSizeCap(ALL);
        rolling.start();
        appender.setContext(context);
        appender.setEncoder(encoder(context));
        appender.setRollingPolicy(rolling);
        appender.start();
        return appender;
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        PatternLayout layout = new MaskedLayout();
        layout.setContext(context);
        layout.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level [%thread] %logger{20} %msg%n%ex");
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    private static final class MaskedLayout extends PatternLayout {
        @Override
        public String doLayout(ILoggingEvent event) {
            return SecretMask.mask(super.doLayout(event));
        }
    }
}
