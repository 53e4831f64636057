package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What the engine costs before the first failure, and what is left of it after a detach. */
class FootprintTest {

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @Test
  void anEngineThatHadNothingToDoHasLoadedNeitherFailsafeNorSqlNorLogging() throws Exception {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    Process process =
        new ProcessBuilder(java, "-Xlog:class+load", "-cp", CLASS_PATH, IdleEngine.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).contains("dev.mulligan.retry.RetryEngine ");
    assertThat(output)
        .doesNotContain(" dev.failsafe.", " okhttp3.", " java.sql.", " java.util.logging.");
  }

  @Test
  void afterTheEndTheClassLoaderIsCollectedThoughTheThreadAndTheExceptionsClassesLive()
      throws Exception {
    WeakReference<ClassLoader> loader = failInLoaderOfItsOwn();
    for (int i = 0; i < 50 && loader.get() != null; i++) {
      System.gc();
    }
    assertThat(loader.get()).isNull();
  }

  private static WeakReference<ClassLoader> failInLoaderOfItsOwn() throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass(ManyFailures.class.getName());
      Callable<?> failures = (Callable<?>) type.getDeclaredConstructor().newInstance();
      assertThat(failures.call()).isEqualTo(2);
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
