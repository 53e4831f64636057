package dev.mulligan.notify.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Takes over the segments of processes that have ended. Used by one thread at a time. */
final class Claiming {

  /**
   * How long a process that was running already leaves open incidents to the one that is started in
   * the place of the ended one: longer than Kubernetes waits before it starts a container again.
   */
  static final Duration LEFT_TO_SUCCESSOR = Duration.ofMinutes(6);

  private static final Duration LOOK_AT_OTHERS = Duration.ofHours(1);

  /**
   * One lock for the whole JVM: an interned string is the same for all class loaders. Two threads
   * that open the same file would release each other's file lock.
   */
  private static final String JVM_WIDE = "dev.mulligan.notify.outbox.claim".intern();

  private final Outbox outbox;
  private final OutboxFolder folder;
  private final JournalKind kind;
  private final OutboxLog log;
  private final LongSupplier nanos;
  private final Clock clock;
  private final Sightings sightings;

  private boolean isFirstRound = true;
  private long othersNanos;
  private int ofOthers;

  Claiming(
      Outbox outbox,
      OutboxFolder folder,
      JournalKind kind,
      OutboxLog log,
      LongSupplier nanos,
      Clock clock) {
    this.outbox = outbox;
    this.folder = folder;
    this.kind = kind;
    this.log = log;
    this.nanos = nanos;
    this.clock = clock;
    this.sightings = new Sightings(nanos);
    this.othersNanos = nanos.getAsLong() - LOOK_AT_OTHERS.toNanos();
  }

  /**
   * @param isOurs whether an origin belongs to this program
   */
  List<Segment> claim(Predicate<byte[]> isOurs) throws IOException {
    List<Segment> segments = new ArrayList<>();
    ofOthers = 0;
    synchronized (JVM_WIDE) {
      List<Path> files = files();
      for (Path file : files) {
        claim(file, isOurs, segments);
      }
      isFirstRound = false;
    }
    if (kind == JournalKind.NOTIFICATIONS) {
      log.ofOthers(ofOthers);
    }
    return segments;
  }

  /**
   * Returns the files to examine. Open incidents of other programs are among them once an hour
   * only, to delete old ones.
   */
  private List<Path> files() throws IOException {
    boolean all =
        kind == JournalKind.INCIDENTS
            && nanos.getAsLong() - othersNanos >= LOOK_AT_OTHERS.toNanos();
    if (all) {
      othersNanos = nanos.getAsLong();
    }
    List<Path> files = all ? folder.filesOfOthers(kind.suffix()) : folder.filesOfOthers();
    if (all || kind == JournalKind.NOTIFICATIONS) {
      sightings.retain(files);
    }
    return files;
  }

  /** A file that cannot be read must not prevent the others. */
  private void claim(Path path, Predicate<byte[]> isOurs, List<Segment> segments) {
    try {
      if (!FolderGuard.isOwn(path)) {
        log.ofAnotherUser(path);
        return;
      }
      SegmentFile.Claim claim = SegmentFile.claim(folder, path, isOurs, this::isDue);
      if (claim instanceof SegmentFile.Claim.Taken taken) {
        takeOver(taken.file(), segments);
      } else if (claim instanceof SegmentFile.Claim.Foreign) {
        log.foreign(path);
      } else if (claim instanceof SegmentFile.Claim.OfOthers) {
        leaveOrExpire(path);
      } else if (claim instanceof SegmentFile.Claim.InUse) {
        sightings.isUsed(path);
      }
    } catch (NoSuchFileException e) {
      // Another process was faster.
    } catch (IOException e) {
      log.notClaimed(path, e);
    }
  }

  /**
   * Open incidents belong to the process that is started next, which is at work where the failing
   * one was. One that ran already, such as a healthy replica, takes them only if none is started.
   */
  private boolean isDue(Path path) {
    return kind == JournalKind.NOTIFICATIONS
        || isFirstRound
        || sightings.watched(path, Instant.EPOCH).compareTo(LEFT_TO_SUCCESSOR) >= 0;
  }

  private void takeOver(SegmentFile file, List<Segment> segments) throws IOException {
    FrameScan.Result result = FrameScan.of(file.file(), file.start());
    if (result.unreadable() > 0) {
      log.unreadable(file.path(), result.unreadable());
    }
    Segment segment = new Segment(file);
    segment.seal(file.file().length());
    for (FrameScan.Found found : result.frames()) {
      if (found.isOpen()) {
        segment.add(stored(segment, found));
      }
    }
    if (segment.isEmpty()) {
      file.delete();
    } else {
      segments.add(segment);
    }
  }

  private StoredNotification stored(Segment segment, FrameScan.Found found) {
    return new StoredNotification(
        outbox, segment, found.at(), found.payload(), found.slots(), segment.on().origin());
  }

  private void leaveOrExpire(Path path) throws IOException {
    Instant lastChange = Files.getLastModifiedTime(path).toInstant();
    if (sightings.isExpired(path, lastChange, clock.instant())) {
      Files.delete(path);
      log.expired(path, Sightings.KEPT.toDays());
    } else {
      ofOthers++;
    }
  }
}
