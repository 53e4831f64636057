package dev.mulligan.notify.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes over the segments of processes that have ended. */
final class Claiming {

  /** How long another program's segment is kept. */
  static final Duration KEPT_FOR_OTHERS = Duration.ofDays(7);

  /**
   * One lock for the whole JVM: an interned string is the same for all class loaders. Two threads
   * that open the same file would release each other's file lock.
   */
  private static final String JVM_WIDE = "dev.mulligan.notify.outbox.claim".intern();

  private final Outbox outbox;
  private final OutboxFolder folder;
  private final OutboxLog log;
  private final Predicate<byte[]> isOurs;
  private int ofOthers;

  Claiming(Outbox outbox, OutboxFolder folder, OutboxLog log, Predicate<byte[]> isOurs) {
    this.outbox = outbox;
    this.folder = folder;
    this.log = log;
    this.isOurs = isOurs;
  }

  List<Segment> claim() throws IOException {
    List<Segment> segments = new ArrayList<>();
    synchronized (JVM_WIDE) {
      for (Path file : folder.filesOfOthers()) {
        claim(file, segments);
      }
    }
    log.ofOthers(ofOthers);
    return segments;
  }

  /** A file that cannot be read must not prevent the others. */
  private void claim(Path path, List<Segment> segments) {
    try {
      if (!FolderGuard.isOwn(path)) {
        log.ofAnotherUser(path);
        return;
      }
      SegmentFile.Claim claim = SegmentFile.claim(folder, path, isOurs);
      if (claim instanceof SegmentFile.Claim.Taken taken) {
        takeOver(taken.file(), segments);
      } else if (claim instanceof SegmentFile.Claim.Foreign) {
        log.foreign(path);
      } else if (claim instanceof SegmentFile.Claim.OfOthers) {
        leaveOrExpire(path);
      }
    } catch (NoSuchFileException e) {
      // Another process was faster.
    } catch (IOException e) {
      log.notClaimed(path, e);
    }
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
    if (lastChange.plus(KEPT_FOR_OTHERS).isBefore(Instant.now())) {
      Files.delete(path);
      log.expired(path, KEPT_FOR_OTHERS.toDays());
    } else {
      ofOthers++;
    }
  }
}
