package dev.mulligan.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LogTargetTest {

  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private final Log log =
      new Log(
          new PrintStream(stream, true, StandardCharsets.UTF_8),
          Log.Level.INFO,
          text -> text.replace("s3cret", "…"),
          Clock.systemUTC());
  private final List<String> written = new CopyOnWriteArrayList<>();

  @Test
  void aTargetGetsEachLineCleanAndTheStreamNothing() {
    Log to = log.to(this::write);

    to.info("with s3cret\nand more");
    to.debug("below the threshold");

    assertThat(written).containsExactly("INFO with … | and more");
    assertThat(stream.size()).isZero();
  }

  @Test
  void withoutItsTargetTheLineGoesToTheStream() {
    log.to((level, message) -> false).warning("refused");
    log.to(
            (level, message) -> {
              throw new NoClassDefFoundError("com/acme/Logger");
            })
        .error("failed");

    assertThat(stream.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .anyMatch(line -> line.endsWith("[mulligan] WARNING refused"))
        .anyMatch(line -> line.endsWith("[mulligan] ERROR failed"));
  }

  @Test
  void apartTheTargetIsUsedOnAnotherThread() throws InterruptedException {
    CountDownLatch all = new CountDownLatch(3);
    List<Thread> threads = new CopyOnWriteArrayList<>();
    Log apart =
        log.to(
                (level, message) -> {
                  threads.add(Thread.currentThread());
                  write(level, message);
                  all.countDown();
                  return true;
                })
            .apart();

    apart.info("one");
    apart.info("two");
    apart.info("three");

    assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(written).containsExactly("INFO one", "INFO two", "INFO three");
    assertThat(threads).doesNotContain(Thread.currentThread());
  }

  @Test
  void withoutATargetNoThreadIsNeeded() {
    assertThat(log.apart()).isSameAs(log);
  }

  @Test
  void aWarningIsWrittenOnceWhateverTheTarget() {
    Log to = log.to(this::write);

    log.warnOnce("once");
    to.warnOnce("once");

    assertThat(written).isEmpty();
  }

  private boolean write(Log.Level level, String message) {
    written.add(level + " " + message);
    return true;
  }
}
