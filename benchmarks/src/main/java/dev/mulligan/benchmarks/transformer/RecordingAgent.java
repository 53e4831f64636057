package dev.mulligan.benchmarks.transformer;

import java.io.File;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Starts the real agent from its real jar, as the JVM would, with an {@link Instrumentation} that
 * records the transformers that the agent registers: they are not accessible otherwise.
 */
public final class RecordingAgent {

  private static final List<ClassFileTransformer> REGISTERED = new CopyOnWriteArrayList<>();

  private static volatile boolean started;

  private RecordingAgent() {}

  /**
   * The transformer of the agent; empty when this JVM was started without it.
   *
   * @throws IllegalStateException when the agent did not register exactly one
   */
  static Optional<ClassFileTransformer> transformer() {
    if (started && REGISTERED.size() != 1) {
      throw new IllegalStateException("the agent registered " + REGISTERED);
    }
    return REGISTERED.stream().findFirst();
  }

  /**
   * @param arguments the agent's jar, {@code =}, the agent's own arguments
   */
  public static void premain(String arguments, Instrumentation real) throws Exception {
    started = true;
    String[] jarAndOptions = arguments.split("=", 2);
    try (JarFile jar = new JarFile(new File(jarAndOptions[0]))) {
      real.appendToSystemClassLoaderSearch(jar);
      String entry = jar.getManifest().getMainAttributes().getValue("Premain-Class");
      ClassLoader.getSystemClassLoader()
          .loadClass(entry)
          .getMethod("premain", String.class, Instrumentation.class)
          .invoke(null, jarAndOptions[1], recording(real));
    }
  }

  private static Instrumentation recording(Instrumentation real) {
    return (Instrumentation)
        Proxy.newProxyInstance(
            RecordingAgent.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> record(real, method, arguments));
  }

  private static @Nullable Object record(
      Instrumentation real, Method method, Object @Nullable [] arguments) throws Throwable {
    if (arguments != null && arguments[0] instanceof ClassFileTransformer transformer) {
      if (method.getName().equals("addTransformer")) {
        REGISTERED.add(transformer);
      } else {
        REGISTERED.remove(transformer);
      }
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
