package dev.mulligan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's examples, as they stand there, compiled and run one after the other. */
class LibraryPageTest {

  private static final String FRAME =
      """
      import dev.mulligan.*;
      import dev.mulligan.client.*;
      import dev.mulligan.notify.NotificationType;
      import dev.mulligan.retry.budget.RetryBudget;
      import dev.mulligan.retry.statistics.CallKind;
      import dev.mulligan.webhook.*;
      import java.io.*;
      import java.time.Duration;
      import java.util.*;
      import java.util.concurrent.*;
      import okhttp3.*;

      public class Page {

        static class Catalogue {
          private final Set<String> asked = new HashSet<>();

          String price(String article) throws IOException {
            if (article.equals("4711") || !asked.add(article)) {
              return "price of " + article;
            }
            throw new IOException("not yet");
          }

          CompletionStage<String> stockLater(String article) {
            return asked.add("stock")
                ? CompletableFuture.failedFuture(new IOException("not yet"))
                : CompletableFuture.completedFuture("7 of " + article);
          }
        }

        record Received(Map<String, String> headers, String body) {}

        static Received received() {
          String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
          return new Received(
              dev.mulligan.notify.StandardWebhooks.of(secret)
                  .headers("msg_1", java.time.Instant.now(), "{}"),
              "{}");
        }

        public static void run(String server) throws Exception {
          Catalogue catalogue = new Catalogue();
          Received received = received();
          String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
          %s
        }
      }
      """;

  private final MockWebServer server = new MockWebServer();

  @TempDir private Path folder;

  @Test
  void everyExampleCompilesAndDoesWhatThePageSays() throws Exception {
    List<String> blocks = blocks(Files.readString(page()));
    server.setDispatcher(new Anything());
    server.start();

    List<String> printed = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      printed.addAll(run(i, blocks.get(i)));
    }

    server.close();
    assertThat(printed)
        .hasSize(14)
        .startsWith("price of 4711", "price of 4712")
        .contains("7 of 4711", "price of 4713", "200 fine", "200 after 1", "genuine: msg_1")
        .endsWith("price of 4711", "1 at once", "price of 4711", "100.0 tokens left");
    assertThat(printed.get(2)).startsWith("import, attempt 1, call ");
  }

  private List<String> run(int number, String block) throws Exception {
    Path own = Files.createDirectory(folder.resolve("block" + number));
    Path source = own.resolve("Page.java");
    String code = block.replaceFirst("(?m)^String secret = .*\n", "");
    Files.writeString(source, FRAME.formatted(code));
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status =
        compiler.run(
            null,
            null,
            errors,
            "-proc:none",
            "-classpath",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                + File.pathSeparator
                + classPathOf(Retry.class),
            "-d",
            own.toString(),
            source.toString());
    assertThat(status).as(errors.toString(StandardCharsets.UTF_8) + "\n" + code).isZero();
    return printed(own);
  }

  private List<String> printed(Path classes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, Retry.class.getClassLoader())) {
      Class<?> page = loader.loadClass("Page");
      String address = server.url("").toString().replaceFirst("/$", "");
      page.getMethod("run", String.class).invoke(null, address);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** Where the class and those that it needs were loaded from, whoever loaded them. */
  private static String classPathOf(Class<?> type) throws Exception {
    Class<?>[] needed = {
      type,
      okhttp3.OkHttpClient.class,
      kotlin.Unit.class,
      okio.Buffer.class,
      org.jspecify.annotations.Nullable.class
    };
    List<String> path = new ArrayList<>();
    for (Class<?> each : needed) {
      path.add(
          Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return String.join(File.pathSeparator, path);
  }

  private static List<String> blocks(String page) {
    return Stream.of(page.split("```java\n", -1))
        .skip(1)
        .map(rest -> rest.substring(0, rest.indexOf("```")))
        .toList();
  }

  private static Path page() throws IOException {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("docs/library.md"))) {
      at = Objects.requireNonNull(at.getParent(), "docs/library.md is not above here");
    }
    return at.resolve("docs/library.md");
  }

  private static final class Anything extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      return new MockResponse.Builder().code(200).body("fine").build();
    }
  }
}
