package dev.mulligan.benchmarks.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * An installed JDK.
 *
 * @param version as its {@code release} file says, like {@code 17.0.15}
 */
public record Jdk(Path home, String version, String vendor) {

  /**
   * @throws IOException when there is no JDK
   */
  public static Jdk at(Path home) throws IOException {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
    }
    return new Jdk(home, value(release, "JAVA_VERSION"), value(release, "IMPLEMENTOR"));
  }

  private static String value(Properties release, String key) {
    return release.getProperty(key, "unknown").replace("\"", "");
  }

  /** Like 17. */
  public String feature() {
    return version.replaceFirst("\\..*", "");
  }

  public Path java() {
    return home.resolve("bin/java");
  }

  @Override
  public String toString() {
    return version + " (" + vendor + ", " + home + ")";
  }
}
