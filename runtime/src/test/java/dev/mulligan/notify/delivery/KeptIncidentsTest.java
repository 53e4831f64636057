package dev.mulligan.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.http.HttpSettings;
import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.EarlierIncidents;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.notify.registry.DeliverySettings;
import dev.mulligan.notify.registry.NotificationSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service leaves open and the next one goes on with. */
class KeptIncidentsTest {

  private static final CallReport CALL = Notifications.failedCharge();

  @TempDir Path parent;

  private final LogLines log = new LogLines();
  private final List<NotificationService> services = new ArrayList<>();
  private final Learner earlier = new Learner();

  @AfterEach
  void close() {
    services.forEach(service -> service.close(Duration.ZERO));
  }

  /** On a busy machine the look at the folder may take longer than a start waits for it. */
  @Test
  void withoutAnyNothingIsExpected() throws Exception {
    boolean wasExpected = true;
    for (int attempt = 0; wasExpected && attempt < 20; attempt++) {
      Learner learner = new Learner();
      service(folder(), learner);
      wasExpected = learner.expected.getCount() == 0;
      assertThat(wasExpected ? learner.next() : List.of()).isEmpty();
    }
    assertThat(wasExpected).isFalse();
  }

  @Test
  void whatIsOpenIsExpectedAtTheStartAndThenKnown() throws Exception {
    fails(service(folder()));
    close();
    service(folder());

    assertThat(earlier.expected.getCount()).isZero();
    List<CallReport> known = earlier.next();
    assertThat(known).extracting(CallReport::operation).containsExactly(CALL.operation());
    assertThat(known).extracting(CallReport::rule).containsExactly(CALL.rule());
  }

  @Test
  void whatIsResolvedIsGone() throws IOException {
    NotificationService service = service(folder());
    fails(service);
    assertThat(stored()).isNotEmpty();
    service.recovered(CALL.rule(), CALL.operation(), TaskIdentity.UNKNOWN);
    close();

    assertThat(stored()).isEmpty();
  }

  @Test
  void theNextServiceResolvesWhatWorks() throws Exception {
    fails(service(folder()));
    close();
    NotificationService next = service(folder());
    earlier.next();
    next.recovered(CALL.rule(), CALL.operation(), TaskIdentity.UNKNOWN);
    close();

    assertThat(stored()).isEmpty();
  }

  @Test
  void aTornFileIsSkippedAndSaid() throws Exception {
    fails(service(folder()));
    close();
    Path file = stored().get(0);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 20));
    service(folder());

    assertThat(earlier.next()).isEmpty();
    String line = log.next();
    while (line.contains("there is no channel")) { // of the first service
      line = log.next();
    }
    assertThat(line).contains("bytes that are not an incident").contains("are skipped");
  }

  @Test
  void aDiskThatHangsHoldsUpNeitherTheStartNorOneCallAfterTheOther() throws Exception {
    CountDownLatch answers = new CountDownLatch(1);
    File hanging = new Hanging(folder(), answers);
    long start = System.nanoTime();
    NotificationService service = service(hanging);
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(1));
    assertThat(earlier.expected.getCount()).isZero();
    fails(service);
    long before = System.nanoTime();
    fails(service);
    assertThat(System.nanoTime() - before).isLessThan(TimeUnit.MILLISECONDS.toNanos(500));
    answers.countDown();

    assertThat(earlier.next()).isEmpty();
  }

  private static final class Hanging extends File {
    private static final long serialVersionUID = 1L;
    private final transient CountDownLatch answers;

    Hanging(File folder, CountDownLatch answers) {
      super(folder.getPath());
      this.answers = answers;
    }

    @Override
    public String @Nullable [] list() {
      try {
        answers.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return super.list();
    }
  }

  private static void fails(NotificationService service) {
    service.submit(
        Notification.of(
            NotificationType.CRITICAL, CALL, Map.of(), Notifications.critical().tags()));
  }

  private NotificationService service(File dir) {
    return service(dir, earlier);
  }

  private NotificationService service(File dir, EarlierIncidents listener) {
    NotificationSettings settings =
        new NotificationSettings(
            List.of(),
            List.of(),
            HttpSettings.DEFAULTS,
            new DeliverySettings(
                Optional.of(new DeliverySettings.Outbox(dir, DeliverySettings.Outbox.DEFAULT_SIZE)),
                Optional.of(Duration.ofMinutes(5)),
                Optional.empty()));
    NotificationService service = new NotificationService(settings, Map.of(), log.log(), listener);
    services.add(service);
    return service;
  }

  private File folder() {
    return parent.resolve("outbox").toFile();
  }

  private List<Path> stored() throws IOException {
    try (var files = Files.list(folder().toPath())) {
      return files.filter(file -> file.toString().endsWith(".incidents")).toList();
    }
  }

  private static final class Learner implements EarlierIncidents {
    private final CountDownLatch expected = new CountDownLatch(1);
    private final BlockingQueue<List<CallReport>> known = new LinkedBlockingQueue<>();

    @Override
    public void expected() {
      expected.countDown();
    }

    @Override
    public void known(List<CallReport> open) {
      known.add(open);
    }

    List<CallReport> next() throws InterruptedException {
      List<CallReport> next = known.poll(20, TimeUnit.SECONDS);
      assertThat(next).as("what is known").isNotNull();
      return next;
    }
  }
}
