package dev.mulligan.notify.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupingTest {

  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final AtomicLong now = new AtomicLong(-1_000_000);
  private final BlockingQueue<Notification> sent = new LinkedBlockingQueue<>();
  private final Grouping grouping =
      new Grouping(WINDOW, now::get, outgoing -> sent.add(outgoing.notification()));

  @AfterEach
  void close() {
    grouping.close();
  }

  @Test
  void theFirstGoesAtOnceAndRepeatsAreCounted() {
    assertThat(grouping.admit(Outgoing.toAll(failure("charge")))).isPresent();
    assertThat(grouping.admit(Outgoing.toAll(failure("charge")))).isEmpty();
    assertThat(grouping.admit(Outgoing.toAll(failure("refund")))).isPresent();
    grouping.close();

    assertThat(sent).extracting(Notification::occurrences).containsExactly(1L);
  }

  @Test
  void repeatsAreOneNotificationAtTheWindowsEndWithTheNewestOnesDetails() throws Exception {
    Group group = new Group("f", WINDOW.toNanos(), 0);
    assertThat(group.holds(failure("first repeat"), 10)).isTrue();
    for (int i = 0; i < 999; i++) {
      assertThat(group.counts(20)).isTrue();
    }
    assertThat(group.holds(failure("last repeat"), 30)).isTrue();

    Group.Ended ended = group.windowEnded(WINDOW.toNanos());
    assertThat(ended.all().orElseThrow().occurrences()).isEqualTo(1_001);
    assertThat(ended.all().orElseThrow().event().headline()).isEqualTo("last repeat");
    assertThat(ended.isClosed()).isFalse();
    assertThat(group.windowEnded(2 * WINDOW.toNanos()).isClosed()).isTrue();
    assertThat(group.holds(failure("much later"), 3 * WINDOW.toNanos())).isFalse();
  }

  @Test
  void aRepeatsDetailsAreKeptOnceASecondAndElseItIsOnlyCounted() {
    String fingerprint = failure("charge").fingerprint();
    assertThat(grouping.counts(fingerprint)).isFalse();
    grouping.admit(Outgoing.toAll(failure("charge")));
    assertThat(grouping.counts(fingerprint)).isFalse();
    grouping.admit(Outgoing.toAll(failure("charge")));
    assertThat(grouping.counts(fingerprint)).isTrue();
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(grouping.counts(fingerprint)).isFalse();
    grouping.close();

    assertThat(sent).extracting(Notification::occurrences).containsExactly(2L);
  }

  @Test
  void repeatsOfAnIncidentThatAnEarlierProcessLeftAreCountedOn() {
    grouping.leftOpen(left(3), Duration.ofMinutes(2));
    assertThat(grouping.admit(Outgoing.toAll(failure("charge")))).isEmpty();
    assertThat(grouping.repeats(failure("charge").fingerprint())).isEqualTo(4);
    now.addAndGet(Duration.ofMinutes(3).toNanos());
    assertThat(grouping.counts(failure("charge").fingerprint())).isFalse();
    grouping.close();

    assertThat(sent).extracting(Notification::occurrences).containsExactly(4L);
  }

  @Test
  void whatAnEarlierProcessCountedIsSentIfTheWindowIsOver() throws Exception {
    grouping.leftOpen(left(3), Duration.ofMinutes(6));
    Notification all = sent.poll(10, TimeUnit.SECONDS);

    assertThat(all).isNotNull();
    assertThat(all.occurrences()).isEqualTo(3);
  }

  @Test
  void aFailureAfterTheWindowOfAnEarlierProcessIsSent() {
    grouping.leftOpen(left(0), Duration.ofMinutes(6));
    assertThat(grouping.admit(Outgoing.toAll(failure("charge")))).isPresent();
  }

  @Test
  void atTheEndOnlyGroupsThatAnEarlierProcessBeganAreLeftToTheNext() {
    grouping.leftOpen(left(3), Duration.ofMinutes(2));
    grouping.admit(Outgoing.toAll(failure("refund")));
    grouping.admit(Outgoing.toAll(failure("refund")));
    grouping.close(any -> true);

    assertThat(sent)
        .extracting(Notification::fingerprint)
        .containsExactly(failure("refund").fingerprint());
  }

  private static KeptIncident left(long held) {
    return new KeptIncident(failure("charge"), 1, held, Instant.EPOCH, Instant.EPOCH);
  }

  @Test
  void aQuietWindowEndsTheGroupWithoutAnyThread() {
    grouping.admit(Outgoing.toAll(failure("charge")));
    now.addAndGet(WINDOW.toNanos());

    assertThat(grouping.counts(failure("charge").fingerprint())).isFalse();
    assertThat(grouping.admit(Outgoing.toAll(failure("charge")))).isPresent();
    assertThat(grouping.admit(Outgoing.toAll(failure("charge")))).isEmpty();
  }

  @Test
  void theEndOfAWindowIsNoticed() throws Exception {
    Grouping quick =
        new Grouping(
            Duration.ofMillis(50), System::nanoTime, outgoing -> sent.add(outgoing.notification()));
    quick.admit(Outgoing.toAll(failure("charge")));
    quick.admit(Outgoing.toAll(failure("charge")));
    quick.admit(Outgoing.toAll(failure("charge")));

    assertThat(sent.poll(10, TimeUnit.SECONDS))
        .isNotNull()
        .extracting(Notification::occurrences)
        .isEqualTo(2L);
    quick.close();
  }

  @Test
  void noRepeatIsLostHoweverManyThreadsCountWhileWindowsEnd() throws Exception {
    Grouping quick =
        new Grouping(
            Duration.ofMillis(1), System::nanoTime, outgoing -> sent.add(outgoing.notification()));
    AtomicLong atOnce = new AtomicLong();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                Notification failure = failure("charge");
                for (int n = 0; n < 50_000; n++) {
                  if (!quick.counts(failure.fingerprint())) {
                    quick
                        .admit(Outgoing.toAll(failure))
                        .ifPresent(first -> atOnce.incrementAndGet());
                  }
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    quick.close();

    long told = sent.stream().mapToLong(Notification::occurrences).sum();
    assertThat(told + atOnce.get()).isEqualTo(200_000);
  }

  @Test
  void aRecoveryIsSentAtOnceAndSaysHowOftenItFailed() {
    Notification failure = failure("charge");
    grouping.admit(Outgoing.toAll(failure));
    grouping.admit(Outgoing.toAll(failure("charge")));
    grouping.admit(Outgoing.toAll(failure("charge")));

    Notification told = grouping.admit(recovered(failure)).orElseThrow().notification();
    assertThat(told.occurrences()).isEqualTo(3);
    assertThat(told.isResolved()).isTrue();
    grouping.close();
    assertThat(sent).isEmpty();
  }

  @Test
  void whatComesAndGoesIsSentTwiceAWindowAtMost() {
    Group group = new Group("f", WINDOW.toNanos(), 0);
    assertThat(group.resolved(recovered(failure("charge")))).isPresent();
    for (int i = 1; i <= 100; i++) {
      assertThat(group.holds(failure("charge"), i)).isTrue();
      assertThat(group.resolved(recovered(failure("charge")))).isEmpty();
    }

    Group.Ended ended = group.windowEnded(WINDOW.toNanos());
    assertThat(ended.all().orElseThrow().occurrences()).isEqualTo(100);
    assertThat(ended.resolution()).isPresent();
  }

  @Test
  void aFailureAfterTheRecoveryLeavesItOpen() {
    Group group = new Group("f", WINDOW.toNanos(), 0);
    assertThat(group.resolved(recovered(failure("charge")))).isPresent();
    group.holds(failure("charge"), 1);
    group.resolved(recovered(failure("charge")));
    group.holds(failure("charge"), 2);

    Group.Ended ended = group.windowEnded(WINDOW.toNanos());
    assertThat(ended.all().orElseThrow().occurrences()).isEqualTo(2);
    assertThat(ended.resolution()).isEmpty();
  }

  @Test
  void theTableIsBoundedAndMakesRoom() {
    for (int i = 0; i < 10_000; i++) {
      grouping.admit(Outgoing.toAll(failure("task " + i)));
    }
    assertThat(grouping.admit(Outgoing.toAll(failure("one more")))).isPresent();
    assertThat(grouping.admit(Outgoing.toAll(failure("one more")))).isPresent();
    assertThat(grouping.size()).isEqualTo(10_000);

    now.addAndGet(WINDOW.toNanos());
    grouping.admit(Outgoing.toAll(failure("one more")));
    assertThat(grouping.size()).isEqualTo(1);
  }

  private static Notification failure(String task) {
    return Notification.of(
        NotificationType.TASK_FAILURE,
        Alert.of(task, "It failed."),
        Map.of(),
        TagSelection.UNTAGGED);
  }

  private static Outgoing recovered(Notification failure) {
    return Outgoing.toAll(failure.resolved(Instant.EPOCH, 1));
  }
}
