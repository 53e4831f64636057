package dev.mulligan.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LazyTimerTest {

  private final LazyTimer timer = new LazyTimer("test");
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @Test
  void anAlarmThatThrowsKeepsNoOtherFromRinging() throws Exception {
    timer.after(
        Duration.ZERO,
        () -> {
          throw new IllegalStateException("on purpose");
        });
    timer.after(Duration.ofMillis(1), () -> heard.add("rang"));

    assertThat(next()).isEqualTo("rang");
    timer.closeAndAwaitEnd();
  }

  @Test
  void closingEndsWhatIsSetAndLetsNothingMoreBeSet() throws Exception {
    assertThat(timer.set(alarm(), Duration.ofHours(1))).isTrue();
    timer.closeAndAwaitEnd();

    assertThat(next()).isEqualTo("ended early");
    assertThat(timer.set(alarm(), Duration.ZERO)).isFalse();
  }

  @Test
  void anAlarmThatIsUnsetNeitherRingsNorEndsEarly() {
    Alarm unset = alarm();
    timer.set(unset, Duration.ofHours(1));

    assertThat(timer.unset(unset)).isTrue();
    assertThat(timer.unset(unset)).isFalse();
    timer.closeAndAwaitEnd();
    assertThat(heard).isEmpty();
  }

  /** Calls in quick succession that all end in time must not start a thread each. */
  @Test
  void alarmsThatAreSetAndUnsetKeepTheThread() throws Exception {
    BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
    timer.after(Duration.ZERO, () -> threads.add(Thread.currentThread()));
    Thread first = threads.poll(10, TimeUnit.SECONDS);
    for (int i = 0; i < 200; i++) {
      Alarm inTime = alarm();
      timer.set(inTime, Duration.ofHours(1));
      timer.unset(inTime);
      TimeUnit.MICROSECONDS.sleep(100);
    }
    timer.after(Duration.ZERO, () -> threads.add(Thread.currentThread()));

    assertThat(threads.poll(10, TimeUnit.SECONDS)).isSameAs(first);
    timer.closeAndAwaitEnd();
  }

  private String next() throws InterruptedException {
    return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
  }

  private Alarm alarm() {
    return new Alarm() {
      @Override
      protected void onExpiry() {
        heard.add("rang");
      }

      @Override
      protected void onTimerClosed() {
        heard.add("ended early");
      }
    };
  }
}
