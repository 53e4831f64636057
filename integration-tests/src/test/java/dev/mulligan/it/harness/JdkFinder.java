package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Looks where CI systems and Linux distributions put JDKs. */
final class JdkFinder {

  private static final Path DISTRIBUTION = Path.of("/usr/lib/jvm");

  private JdkFinder() {}

  static Optional<Jdk> find(int feature) {
    return homes(feature).stream()
        .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
        .filter(home -> featureOf(home) == feature)
        .map(home -> new Jdk(feature, home))
        .findFirst();
  }

  static String variable(int feature) {
    return "JAVA_HOME_" + feature + "_X64";
  }

  private static List<Path> homes(int feature) {
    List<Path> homes = new ArrayList<>();
    String named = System.getenv(variable(feature));
    if (named != null) {
      homes.add(Path.of(named));
    }
    homes.add(Path.of(System.getProperty("java.home")));
    if (Files.isDirectory(DISTRIBUTION)) {
      try (DirectoryStream<Path> installed = Files.newDirectoryStream(DISTRIBUTION)) {
        installed.forEach(homes::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return homes;
  }

  private static int featureOf(Path home) {
    Properties release = new Properties();
    try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
      release.load(in);
    } catch (IOException notAJdk) {
      return 0;
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Runtime.Version.parse(version).feature();
  }
}
