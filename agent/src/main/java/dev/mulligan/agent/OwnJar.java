package dev.mulligan.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** The jar that this agent comes from. */
final class OwnJar {

  private static final String VERSION = "dev/mulligan/agent/version";

  private OwnJar() {}

  /** The version that the build wrote into the jar. */
  static String version() {
    try (InputStream in = OwnJar.class.getClassLoader().getResourceAsStream(VERSION)) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      return "unknown";
    }
  }

  /** The jar's path in this process. */
  static String path() {
    URL resource = OwnJar.class.getClassLoader().getResource(VERSION);
    String url = String.valueOf(resource);
    int end = url.indexOf("!/");
    return end < 0 ? url : url.substring(url.indexOf('/'), end);
  }
}
