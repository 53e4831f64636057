package dev.mulligan.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** What the notifier costs before it is needed, and what is left of it afterwards. */
class FootprintTest {

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @Test
  void makingTheServiceLoadsNeitherHttpNorJsonNorLoggingNorLambdas() throws Exception {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    Process process =
        new ProcessBuilder(
                java, "-Xlog:class+load", "-cp", CLASS_PATH, OneNotification.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    int begin = output.indexOf(" " + OneNotification.class.getName() + " ");
    int end = output.indexOf(" channels", begin);
    assertThat(begin).isPositive().isLessThan(end);
    assertThat(output.substring(begin, end))
        .contains("dev.mulligan.notify.channel.chat.SlackWebhookChannel ")
        .doesNotContain(" okhttp3.", " okio.", " kotlin.", " com.google.gson.")
        .doesNotContain(" jakarta.mail.", " org.eclipse.angus.", " javax.net.ssl.")
        .doesNotContain(" java.util.logging.", "LambdaMetafactory ", "LambdaForm");
  }

  @Test
  void afterTheEndTheClassLoaderIsCollected() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().build());
      WeakReference<ClassLoader> loader =
          sendInLoaderOfItsOwn("json://127.0.0.1:" + server.getPort() + "/");

      assertThat(server.getRequestCount()).isEqualTo(1);
      for (int i = 0; i < 50 && loader.get() != null; i++) {
        System.gc();
      }
      assertThat(loader.get()).isNull();
    }
  }

  private static WeakReference<ClassLoader> sendInLoaderOfItsOwn(String url) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass(OneNotification.class.getName());
      @SuppressWarnings("unchecked")
      Consumer<String> send = (Consumer<String>) type.getDeclaredConstructor().newInstance();
      send.accept(url);
      return new WeakReference<>(loader);
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : CLASS_PATH.split(File.pathSeparator, -1)) {
      urls.add(new File(entry).toURI().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
