package dev.mulligan.notify.outbox;

import dev.mulligan.firstuse.Shortage;
import dev.mulligan.log.Log;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A bounded journal on disk of notifications that are not delivered yet. Thread-safe; several
 * processes may share one directory. It survives any abrupt end of the process; because it does not
 * force writes to the disk, a power failure may lose the last seconds.
 *
 * <p>Disk errors are not thrown: {@link #store} then returns empty, the reason is logged once, and
 * the next attempt follows after a minute, or after two seconds if the process lacks files or
 * memory.
 *
 * <p>Another journal of the same form in the same folder keeps open incidents.
 */
public final class Outbox {

  private static final Duration RETRY = Duration.ofMinutes(1);
  private static final Duration RETRY_AFTER_SHORTAGE = Duration.ofSeconds(2);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /** A sixteenth of the size: space is freed soon, and moving the rest is quick. */
  private static final int SEGMENTS = 16;

  private static final long SMALLEST_SEGMENT = 64 * 1_024;

  private final long maxSize;
  private final byte[] origin;
  private final OutboxLog log;
  private final OutboxFolder folder;
  private final BriefLock lock = new BriefLock();

  /** Held while files are taken over. */
  private final ReentrantLock claims = new ReentrantLock();

  private final Claiming claiming;

  private volatile boolean isBroken;
  private volatile long retryNanos;
  private volatile boolean isClosed;

  // Guarded by the lock.
  private final List<Segment> sealed = new ArrayList<>();
  private @Nullable Segment active;
  private long lookedNanos;

  /**
   * Creates the outbox; accesses no disk.
   *
   * @param maxSize bytes
   * @param origin describes this process to the one that recovers its notifications
   */
  public Outbox(Path dir, long maxSize, byte[] origin, Log productLog) {
    this(
        dir,
        maxSize,
        origin,
        JournalKind.NOTIFICATIONS,
        JournalKind.NOTIFICATIONS.suffix(),
        productLog);
  }

  /**
   * Creates a journal of a kind; accesses no disk.
   *
   * @param suffix of its files' names; ends with the kind's
   */
  public Outbox(
      Path dir, long maxSize, byte[] origin, JournalKind kind, String suffix, Log productLog) {
    this(dir, maxSize, origin, kind, suffix, productLog, System::nanoTime, Clock.systemUTC());
  }

  Outbox(
      Path dir,
      long maxSize,
      byte[] origin,
      JournalKind kind,
      String suffix,
      Log productLog,
      LongSupplier nanos,
      Clock clock) {
    this.maxSize = maxSize;
    this.origin = origin.clone();
    this.log = new OutboxLog(productLog, dir, kind);
    this.folder = new OutboxFolder(dir, suffix);
    this.claiming = new Claiming(this, folder, kind, log, nanos, clock);
    this.lookedNanos = System.nanoTime() - LOOK_AGAIN.toNanos();
  }

  /**
   * Stores a notification until it is finished. Takes microseconds, except the first time, when the
   * file is created.
   *
   * @return empty if it could not be stored, which is counted and logged
   */
  public Optional<StoredNotification> store(byte[] payload, List<Slot> slots) {
    return replace(null, payload, slots);
  }

  /**
   * Stores an entry and finishes an earlier one in its place. At each moment at least one of them
   * is stored.
   *
   * @param earlier of this journal; null for none
   * @return as above; if it is empty, the earlier one stays
   */
  public Optional<StoredNotification> replace(
      @Nullable StoredNotification earlier, byte[] payload, List<Slot> slots) {
    if (isClosed || (isBroken && retryNanos - System.nanoTime() > 0)) {
      log.notStored();
      return Optional.empty();
    }
    if (!lock.tryBriefly()) {
      log.busy();
      return Optional.empty();
    }
    try {
      Optional<StoredNotification> stored = storeLocked(payload, slots);
      if (earlier != null && stored.isPresent()) {
        finishLocked(earlier);
      }
      return stored;
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
      log.notStored();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes over what ended processes left. Blocks.
   *
   * @param isOurs whether an origin belongs to this program
   */
  public List<StoredNotification> claim(Predicate<byte[]> isOurs) {
    claims.lock();
    try {
      folder.make();
      // Without the lock, for which application threads wait: there may be many files.
      List<Segment> segments = claiming.claim(isOurs);
      return takeOver(segments);
    } catch (IOException | RuntimeException | Error e) {
      if (!Shortage.isCauseOf(e)) { // then storing may still work: its file is open
        fail(e);
      }
      return List.of();
    } finally {
      claims.unlock();
    }
  }

  private List<StoredNotification> takeOver(List<Segment> segments) {
    lock.lock();
    try {
      if (isClosed) {
        segments.forEach(this::release);
        return List.of();
      }
      List<StoredNotification> claimed = new ArrayList<>();
      for (Segment segment : segments) {
        sealed.add(segment);
        claimed.addAll(segment.live());
      }
      if (!segments.isEmpty()) {
        works(); // the segments were opened for writing; an empty list proves nothing about the
        // disk
      }
      return claimed;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Creates this process's file ahead of the first notification, and uses once all that storing a
   * notification needs. Nothing stays in the file.
   *
   * @param use uses the notification while it is stored
   * @return false if the disk does not allow it, or did not answer
   */
  public boolean rehearse(byte[] payload, List<Slot> slots, Use use) {
    if (isClosed || !lock.tryBriefly()) {
      return false;
    }
    try {
      byte[] frame = Frame.of(payload, slots);
      frame[Frame.OPEN_AT] = Frame.FINISHED; // a process that is killed now leaves nothing to send
      Segment segment = segmentFor(frame.length);
      StoredNotification stored =
          new StoredNotification(
              this, segment, segment.append(frame), payload.length, slots, origin);
      segment.add(stored);
      use.of(stored);
      segment.write(stored.at() + Frame.OPEN_AT, Frame.FINISHED);
      segment.remove(stored);
      freeSpace(segment);
      return true;
    } catch (IOException | RuntimeException | Error e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Uses a stored notification. */
  public interface Use {
    void of(StoredNotification stored) throws IOException;
  }

  /** Whether the disk has failed and not worked since. */
  public boolean isBroken() {
    return isBroken;
  }

  /** Returns how many notifications could not be stored since the start. */
  public long memoryOnly() {
    return log.memoryOnly();
  }

  /** Closes the outbox. Unsent notifications stay for the next process. */
  public void close() {
    lock.lock();
    try {
      isClosed = true;
      List<Segment> all = new ArrayList<>(sealed);
      if (active != null) {
        all.add(active);
      }
      active = null;
      sealed.clear();
      all.forEach(this::release);
    } finally {
      lock.unlock();
    }
  }

  byte[] read(StoredNotification notification) throws IOException {
    lock.lock();
    try {
      return notification.segment().read(notification.payloadAt(), notification.payloadLength());
    } finally {
      lock.unlock();
    }
  }

  void mark(StoredNotification notification, int slot, SlotState state) {
    lock.lock();
    try {
      if (!isClosed && notification.segment().holds(notification)) {
        notification.segment().write(notification.stateAt(slot), state.code());
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    } finally {
      lock.unlock();
    }
  }

  void finish(StoredNotification notification) {
    lock.lock();
    try {
      finishLocked(notification);
    } finally {
      lock.unlock();
    }
  }

  private void finishLocked(StoredNotification notification) {
    try {
      Segment segment = notification.segment();
      if (isClosed || !segment.holds(notification)) {
        return; // its place may hold another notification by now
      }
      segment.write(notification.at() + Frame.OPEN_AT, Frame.FINISHED);
      segment.remove(notification);
      freeSpace(segment);
    } catch (IOException | RuntimeException | Error e) {
      notification.segment().remove(notification);
      fail(e);
    }
  }

  /**
   * Whether a file of another process, or of an earlier one that nobody has taken over, has an owed
   * entry for this channel. Reads the disk.
   */
  public boolean isOwedElsewhere(long channel) {
    try {
      for (Path file : folder.filesOfOthers()) {
        if (isOwedIn(file, channel)) {
          return true;
        }
      }
    } catch (IOException | RuntimeException e) {
      // Without the folder there is nobody else either.
    }
    return false;
  }

  private static boolean isOwedIn(Path file, long channel) {
    try {
      if (!FolderGuard.isOwn(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
        for (FrameScan.Found found : FrameScan.of(open, 0).frames()) {
          if (found.isOpen() && found.slots().contains(new Slot(channel, SlotState.OWED))) {
            return true;
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      // It has just been deleted, or is written at this moment.
    }
    return false;
  }

  private Optional<StoredNotification> storeLocked(byte[] payload, List<Slot> slots)
      throws IOException {
    if (isClosed) {
      return Optional.empty();
    }
    byte[] frame = Frame.of(payload, slots);
    if (payload.length > Frame.LONGEST_PAYLOAD || size() + frame.length > maxSize) {
      log.full(maxSize);
      return Optional.empty();
    }
    Segment segment = segmentFor(frame.length);
    StoredNotification stored =
        new StoredNotification(this, segment, segment.append(frame), payload.length, slots, origin);
    segment.add(stored);
    works();
    return Optional.of(stored);
  }

  private void works() {
    if (isBroken) {
      isBroken = false;
      log.works();
    }
  }

  private Segment segmentFor(int length) throws IOException {
    Segment current = active;
    if (current != null && !isStillThere(current)) {
      // Its directory was deleted: its notifications can still be read and sent, but do not survive
      // the process.
      sealed.add(current);
      current = null;
    } else if (current != null && !current.isEmpty() && current.size() + length > segmentSize()) {
      sealed.add(current);
      active = null;
      freeSpace(current);
      current = active; // freeSpace may have created one
    }
    if (current == null) {
      folder.make();
      current = new Segment(SegmentFile.create(folder, origin));
    }
    active = current;
    return current;
  }

  private boolean isStillThere(Segment segment) {
    long now = System.nanoTime();
    if (now - lookedNanos < LOOK_AGAIN.toNanos()) {
      return true;
    }
    lookedNanos = now;
    return segment.on().isThere();
  }

  /** Frees the space of finished notifications. */
  private void freeSpace(Segment segment) throws IOException {
    if (isClosed) {
      return;
    }
    if (segment == active) {
      if (segment.isEmpty()) {
        segment.truncate();
      }
    } else if (segment.isEmpty()) {
      sealed.remove(segment);
      segment.on().delete();
    } else if (isWorthMoving(segment)) {
      moveLive(segment);
    }
  }

  private boolean isWorthMoving(Segment segment) {
    boolean isOfThisProcess = Arrays.equals(segment.on().origin(), origin);
    return isOfThisProcess && segment.liveBytes() * 2 < segment.size();
  }

  /**
   * Moves unsent notifications to another segment. For a moment they are in both: after a kill one
   * may be sent twice, but none is lost.
   */
  private void moveLive(Segment from) throws IOException {
    for (StoredNotification notification : from.live()) {
      byte[] frame = from.read(notification.at(), notification.length());
      Segment to = segmentFor(frame.length);
      from.remove(notification);
      notification.moveTo(to, to.append(frame));
      to.add(notification);
    }
    sealed.remove(from);
    from.on().delete();
  }

  private long size() {
    long size = active == null ? 0 : active.size();
    for (Segment segment : sealed) {
      size += segment.size();
    }
    return size;
  }

  private long segmentSize() {
    return Math.max(SMALLEST_SEGMENT, maxSize / SEGMENTS);
  }

  private void release(Segment segment) {
    try {
      if (segment.isEmpty()) {
        segment.on().delete();
      } else {
        segment.on().leave(folder);
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(Throwable why) {
    Duration pause = Shortage.isCauseOf(why) ? RETRY_AFTER_SHORTAGE : RETRY;
    isBroken = true;
    retryNanos = System.nanoTime() + pause.toNanos();
    log.broken(why, pause);
  }
}
