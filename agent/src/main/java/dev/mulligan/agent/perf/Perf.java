package dev.mulligan.agent.perf;

import java.nio.ByteBuffer;

/**
 * Stands for {@code jdk.internal.perf.Perf}, which code compiled for a release cannot name. The
 * build renames all references to the JDK's class and leaves this one out of the jar. Reflection
 * would do as well, but on JDK 25 it loads 40 classes more before the application's {@code main}.
 */
public final class Perf {

  private static final Perf INSTANCE = new Perf();

  private Perf() {}

  public static Perf getPerf() {
    return INSTANCE;
  }

  /** Creates an entry of the JVM's published data and returns its memory. */
  public native ByteBuffer createByteArray(
      String name, int variability, int units, byte[] value, int maximumLength);
}
