package dev.mulligan.notify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingsTest {

  private static final Path FILE = Path.of("one.outbox");
  private static final Instant NOW = Instant.parse("2026-11-05T03:00:00Z");

  private long nanos = 4_711;
  private final Sightings sightings = new Sightings(() -> nanos);

  @Test
  void anOldFileIsKeptUntilItWasWatchedForADay() {
    Instant old = NOW.minus(Duration.ofDays(8));
    assertThat(sightings.isExpired(FILE, old, NOW)).isFalse();
    forward(Duration.ofDays(1).minusNanos(1));
    assertThat(sightings.isExpired(FILE, old, NOW)).isFalse();
    forward(Duration.ofNanos(1));
    assertThat(sightings.isExpired(FILE, old, NOW)).isTrue();
  }

  @Test
  void aClockThatJumpsDeletesNothing() {
    assertThat(sightings.isExpired(FILE, NOW, NOW)).isFalse();
    assertThat(sightings.isExpired(FILE, NOW, NOW.plus(Duration.ofDays(30)))).isFalse();
    forward(Duration.ofHours(23));
    assertThat(sightings.isExpired(FILE, NOW, NOW.plus(Duration.ofDays(30)))).isFalse();
    assertThat(sightings.isExpired(FILE, NOW, NOW.minus(Duration.ofDays(365)))).isFalse();
  }

  @Test
  void aFileOfTheFutureIsDeletedAfterAWeekAllTheSame() {
    Instant future = NOW.plus(Duration.ofDays(365));
    assertThat(sightings.isExpired(FILE, future, NOW)).isFalse();
    forward(Duration.ofDays(7));
    assertThat(sightings.isExpired(FILE, future, NOW)).isTrue();
  }

  @Test
  void aFileThatIsChangedOrUsedBeginsAgain() {
    Instant old = NOW.minus(Duration.ofDays(8));
    assertThat(sightings.watched(FILE, old)).isZero();
    forward(Duration.ofDays(2));
    assertThat(sightings.watched(FILE, old.plusSeconds(1))).isZero();
    forward(Duration.ofDays(2));
    sightings.isUsed(FILE);
    assertThat(sightings.watched(FILE, old.plusSeconds(1))).isZero();
    forward(Duration.ofDays(2));
    sightings.retain(List.of());
    assertThat(sightings.watched(FILE, old.plusSeconds(1))).isZero();
  }

  private void forward(Duration time) {
    nanos += time.toNanos();
  }
}
