package launcher;

import java.net.URL;
import java.net.URLClassLoader;

/** Runs the program in a class loader that sees nothing but the JDK's core. */
public final class Main {
  public static void main(String[] args) throws Exception {
    URL own = Main.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {own}, null)) {
      loader.loadClass("isolated.Program").getMethod("main").invoke(null);
    }
  }
}
