package dev.mulligan.agent.logging;

import dev.mulligan.log.Log.Level;
import java.lang.reflect.InvocationTargetException;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A logging library of the application, in the order of preference. Its classes are looked up for
 * each line: a stored one would keep the application's class loader alive, and lines are few.
 */
enum LoggingLibrary {
  SLF4J("org.slf4j.LoggerFactory") {
    @Override
    boolean log(ClassLoader loader, Level level, String message)
        throws ReflectiveOperationException {
      Object logger = named(loader, mark(), "getLogger");
      if (logger.getClass().getSimpleName().equals("NOPLogger")) {
        return false; // no provider: the line would be lost
      }
      call(loader, "org.slf4j.Logger", logger, level, message);
      return true;
    }
  },

  LOG4J("org.apache.logging.log4j.LogManager") {
    @Override
    boolean log(ClassLoader loader, Level level, String message)
        throws ReflectiveOperationException {
      Object logger = named(loader, mark(), "getLogger");
      call(loader, "org.apache.logging.log4j.Logger", logger, level, message);
      return true;
    }
  },

  /** The JDK's own, which JBoss LogManager replaces in WildFly and Quarkus. */
  JUL("java.util.logging.LogManager") {
    @Override
    boolean log(ClassLoader loader, Level level, String message) {
      LogRecord line = new LogRecord(julLevel(level), message);
      line.setLoggerName(LOGGER);
      line.setSourceClassName(LOGGER); // otherwise it searches the stack for the caller
      line.setSourceMethodName("");
      Logger.getLogger(LOGGER).log(line);
      return true;
    }
  };

  private static final String LOGGER = "mulligan";

  private final String mark;

  LoggingLibrary(String mark) {
    this.mark = mark;
  }

  /** The class that is loaded where the library is used. */
  String mark() {
    return mark;
  }

  /**
   * Logs a message on this thread, so that the library adds the thread's context (MDC).
   *
   * @param loader that has loaded the library, or sees it
   * @return false if the library would drop the line
   * @throws ReflectiveOperationException when the library is of an unknown kind, or fails
   */
  abstract boolean log(ClassLoader loader, Level level, String message)
      throws ReflectiveOperationException;

  private static Object named(ClassLoader loader, String factory, String method)
      throws ReflectiveOperationException {
    return Class.forName(factory, true, loader)
        .getMethod(method, String.class)
        .invoke(null, LOGGER);
  }

  /** By the interface: the logger's own class need not be public. */
  private static void call(
      ClassLoader loader, String type, Object logger, Level level, String message)
      throws ReflectiveOperationException {
    try {
      Class.forName(type, false, loader)
          .getMethod(methodOf(level), String.class)
          .invoke(logger, message);
    } catch (InvocationTargetException e) {
      throw new ReflectiveOperationException("the application's logger failed", e.getCause());
    }
  }

  private static String methodOf(Level level) {
    return switch (level) {
      case DEBUG -> "debug";
      case INFO -> "info";
      case WARNING -> "warn";
      case ERROR, OFF -> "error";
    };
  }

  private static java.util.logging.Level julLevel(Level level) {
    return switch (level) {
      case DEBUG -> java.util.logging.Level.FINE;
      case INFO -> java.util.logging.Level.INFO;
      case WARNING -> java.util.logging.Level.WARNING;
      case ERROR, OFF -> java.util.logging.Level.SEVERE;
    };
  }
}
