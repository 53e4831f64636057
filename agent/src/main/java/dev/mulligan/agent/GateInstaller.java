package dev.mulligan.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;

/**
 * Defines the gate in {@code java.lang}. The usual way, {@link
 * Instrumentation#appendToBootstrapClassLoaderSearch}, disables class-data sharing for the
 * application.
 */
final class GateInstaller {

  /**
   * Names the gate class for {@code mulligan-api}. It stays set, as the gate stays defined: calls
   * may be in flight.
   */
  private static final String PROPERTY = "dev.mulligan.gate";

  /** The build relocates this name too. */
  private static final String GATE = "dev.mulligan.gate.Gate";

  private final Instrumentation instrumentation;

  GateInstaller(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * @throws IllegalStateException when this JVM does not allow the gate to be defined
   */
  void install() {
    if (!isInstalled()) {
      define();
    }
    System.setProperty(PROPERTY, GATE);
  }

  /**
   * Once defined, the gate stays for the life of the process; an agent attached later reuses it.
   */
  private static boolean isInstalled() {
    try {
      Class.forName(GATE, false, null);
      return true;
    } catch (ClassNotFoundException notYet) {
      return false;
    }
  }

  private void define() {
    Module ours = GateInstaller.class.getModule();
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(ours)),
        Set.of(),
        Map.of());
    try {
      MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(bytes());
    } catch (IOException | IllegalAccessException | LinkageError e) {
      throw new IllegalStateException("the gate could not be defined in java.lang: " + e, e);
    }
  }

  private static byte[] bytes() throws IOException {
    String resource = GATE.replace('.', '/') + ".class";
    try (InputStream in = GateInstaller.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is missing from the agent's jar");
      }
      return in.readAllBytes();
    }
  }
}
