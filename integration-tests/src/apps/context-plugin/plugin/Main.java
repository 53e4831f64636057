package plugin;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Its plugin has the API in a class loader of its own; its own classes do not see it. */
public final class Main {
  public static void main(String[] args) throws Exception {
    URL[] api = {Path.of(args[0]).toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(api, Main.class.getClassLoader())) {
      Class<?> attempt = loader.loadClass("dev.mulligan.api.Attempt");
      new Host().call(() -> ask(attempt));
      System.out.println(ask(attempt));
    }
  }

  private static String ask(Class<?> type) {
    try {
      Object current = type.getMethod("current").invoke(null);
      Method number = type.getMethod("number");
      Optional<?> id = (Optional<?>) type.getMethod("callId").invoke(current);
      return number.invoke(current) + " " + id.map(Object::toString).orElse("-");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static final class Host {
    private int attempts;

    void call(Supplier<String> plugin) throws IOException {
      System.out.println(plugin.get());
      if (++attempts < 3) {
        throw new IOException("failure " + attempts);
      }
    }
  }
}
