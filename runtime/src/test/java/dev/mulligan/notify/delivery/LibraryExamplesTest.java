package dev.mulligan.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.ToolProvider;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/notifications.md. */
class LibraryExamplesTest {

  private static final int SENT = 7;

  @TempDir Path folder;

  @Test
  void compileAndSendWhatTheySay() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      for (int i = 0; i < SENT; i++) {
        server.enqueue(new MockResponse.Builder().build());
      }
      run(Map.of("NOTIFICATION_WEBHOOK_URL", "http://127.0.0.1:" + server.getPort() + "/"));

      List<String> bodies = new ArrayList<>();
      for (int i = 0; i < SENT; i++) {
        bodies.add(Objects.requireNonNull(server.takeRequest().getBody()).utf8());
      }
      assertThat(bodies.toString())
          .contains("Payments are down", "nightly-report", "brute-force", "p99 of checkout")
          .contains("Done after all.", "This is a test")
          .doesNotContain("token=abc");
    }
  }

  private void run(Map<String, String> environment) throws Exception {
    Path source = folder.resolve("Examples.java");
    Files.writeString(source, program());
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(status).isZero();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, LibraryExamplesTest.class.getClassLoader())) {
      loader.loadClass("Examples").getMethod("run", Map.class).invoke(null, environment);
    }
  }

  private static String program() throws IOException {
    String page = Files.readString(Path.of("../docs/notifications.md"));
    int begin = page.indexOf("```java\n", page.indexOf("## As a library")) + "```java\n".length();
    String code = page.substring(begin, page.indexOf("```", begin));
    return """
        import dev.mulligan.log.Log;
        import dev.mulligan.notify.registry.NotificationSettings;
        import dev.mulligan.notify.TagSelection;
        import dev.mulligan.notify.registry.DeliveryResult;
        import dev.mulligan.notify.delivery.NotificationService;
        import java.time.Clock;
        import java.util.*;
        public class Examples {
          public static void run(Map<String, String> given) {
        """
        + code.replace("System.getenv()", "given")
        + "}}";
  }
}
