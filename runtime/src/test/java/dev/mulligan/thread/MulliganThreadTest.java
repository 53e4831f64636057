package dev.mulligan.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MulliganThreadTest {

  private static final InheritableThreadLocal<String> INHERITABLE = new InheritableThreadLocal<>();

  @Test
  void isADaemonWithTheProductsName() {
    MulliganThread thread = MulliganThread.named("test", () -> {});

    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).isEqualTo("mulligan-test");
  }

  @Test
  void keepsNeitherThreadLocalsNorContextClassLoaderOfTheThreadThatStartsIt() throws Exception {
    AtomicReference<String> inherited = new AtomicReference<>("nothing ran");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(new ClassLoader("application's", null) {});
    INHERITABLE.set("application's");
    try {
      MulliganThread thread =
          MulliganThread.named("test", () -> inherited.set(String.valueOf(INHERITABLE.get())));
      assertThat(thread.getContextClassLoader()).isSameAs(MulliganThread.class.getClassLoader());
      thread.start();
      thread.join();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
      INHERITABLE.remove();
    }
    assertThat(inherited).hasValue("null");
  }

  @Test
  void isRecognisedOnlyOnItself() throws Exception {
    AtomicReference<Boolean> isOurs = new AtomicReference<>(false);
    MulliganThread thread =
        MulliganThread.named("test", () -> isOurs.set(MulliganThread.isCurrent()));
    thread.start();
    thread.join();

    assertThat(isOurs).hasValue(true);
    assertThat(MulliganThread.isCurrent()).isFalse();
  }

  @Test
  void doesNotAskTheApplicationsHandlerAboutAFailure() throws Exception {
    AtomicReference<Throwable> asked = new AtomicReference<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> asked.set(failure));
    try {
      MulliganThread thread =
          MulliganThread.named(
              "test",
              () -> {
                throw new IllegalStateException("ours");
              });
      thread.start();
      thread.join();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(asked).hasValue(null);
  }
}
