package dev.mulligan.notify.store;

import dev.mulligan.notify.group.KeptIncident;
import dev.mulligan.notify.outbox.Outbox;
import dev.mulligan.notify.outbox.Slot;
import dev.mulligan.notify.outbox.SlotState;
import dev.mulligan.notify.outbox.StoredNotification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps open incidents in the folder of the outbox, for the next process. Thread-safe; disk errors
 * are not thrown, the incident is then in memory only.
 */
public final class IncidentStore {

  private static final int MOST = 1_000;
  private static final long UPDATE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int HEX = 16;

  private final LongSupplier nanos;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private volatile @Nullable NotificationOutbox folder;

  IncidentStore(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** One incident. What is stored is guarded by the lock. */
  private static final class Entry {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable StoredNotification stored;
    private volatile long writtenNanos;
    private volatile long held;
    private volatile boolean isStored;

    private void keep(StoredNotification asStored) {
      stored = asStored;
    }
  }

  void use(@Nullable NotificationOutbox outbox) {
    folder = outbox;
  }

  /** Whether there is an outbox in which the incident is not kept yet. */
  public boolean isMissing(String fingerprint) {
    return folder != null && !entries.containsKey(fingerprint) && entries.size() < MOST;
  }

  /** Whether it is time to store a change of an incident. */
  public boolean isDue(String fingerprint) {
    @Nullable Entry entry = entries.get(fingerprint);
    return entry != null && nanos.getAsLong() - entry.writtenNanos >= UPDATE_NANOS;
  }

  /** Whether the stored incident has repeats that were not sent. */
  public boolean hasHeld(String fingerprint) {
    @Nullable Entry entry = entries.get(fingerprint);
    return entry != null && entry.held > 0;
  }

  /** Whether the next process will know about the incident. */
  public boolean isKept(String fingerprint) {
    @Nullable Entry entry = entries.get(fingerprint);
    return entry != null && entry.isStored;
  }

  /**
   * Stores an incident in place of what was stored of it before. Takes microseconds.
   *
   * @param incident redacted: its secrets never reach the disk
   */
  public void keep(KeptIncident incident) {
    NotificationOutbox used = folder;
    if (used == null) {
      return;
    }
    Entry entry = entry(incident);
    if (!entry.lock.tryLock()) {
      return; // another thread is storing it
    }
    try {
      entry.writtenNanos = nanos.getAsLong();
      store(incident, entry, used.incidents());
    } finally {
      entry.lock.unlock();
    }
  }

  private Entry entry(KeptIncident incident) {
    return entries.computeIfAbsent(incident.fingerprint(), any -> new Entry());
  }

  /**
   * Creates the file, if there is an outbox, and uses once all that storing needs. Nothing of the
   * sample stays.
   *
   * @param sample redacted, with a fingerprint that no incident has
   * @return false if it did not work
   */
  public boolean rehearse(KeptIncident sample) {
    NotificationOutbox used = folder;
    if (used == null) {
      return true;
    }
    try {
      Entry entry = entry(sample);
      return used.incidents()
          .rehearse(NotificationCodec.writeIncident(sample), slots(sample), entry::keep);
    } finally {
      entries.remove(sample.fingerprint());
    }
  }

  private static List<Slot> slots(KeptIncident incident) {
    return List.of(new Slot(key(incident.fingerprint()), SlotState.OWED));
  }

  private void store(KeptIncident incident, Entry entry, Outbox journal) {
    StoredNotification earlier = entry.stored;
    boolean isHere = earlier != null && earlier.isIn(journal);
    Optional<StoredNotification> stored =
        journal.replace(
            isHere ? earlier : null, NotificationCodec.writeIncident(incident), slots(incident));
    if (stored.isPresent()) {
      if (earlier != null && !isHere) {
        earlier.finish();
      }
      entry.keep(stored.get());
      entry.held = incident.held();
      entry.isStored = true;
    }
  }

  /**
   * Whether another process of this program has the incident open too: its resolution is left to
   * the last one. From now on the others no longer wait for this process. Reads the disk.
   */
  public boolean isOpenElsewhere(String fingerprint) {
    NotificationOutbox used = folder;
    if (used == null) {
      return false;
    }
    @Nullable Entry entry = entries.get(fingerprint);
    if (entry != null) {
      entry.lock.lock();
      try {
        if (entry.stored != null) {
          entry.stored.mark(0, SlotState.DELIVERED);
        }
      } finally {
        entry.lock.unlock();
      }
    }
    return used.incidents().isOwedElsewhere(key(fingerprint));
  }

  /** Removes an incident that is resolved. */
  public void over(String fingerprint) {
    @Nullable Entry entry = entries.remove(fingerprint);
    if (entry != null) {
      entry.lock.lock();
      try {
        if (entry.stored != null) {
          entry.stored.finish();
        }
      } finally {
        entry.lock.unlock();
      }
    }
  }

  /**
   * Takes over what earlier processes left. Blocks.
   *
   * @param unreadable receives what this version cannot read
   */
  List<KeptIncident> takeOver(NotificationOutbox outbox, List<IOException> unreadable) {
    List<KeptIncident> left = new ArrayList<>();
    for (StoredNotification stored : outbox.claimIncidents()) {
      try {
        KeptIncident incident = NotificationCodec.readIncident(stored.payload());
        if (add(incident, stored)) {
          left.add(incident);
        }
      } catch (IOException e) {
        unreadable.add(e);
        stored.finish();
      }
    }
    return left;
  }

  /** Returns false if there is another one already: one incident of two processes is one. */
  private boolean add(KeptIncident incident, StoredNotification stored) {
    Entry entry = new Entry();
    entry.stored = stored;
    entry.isStored = true;
    entry.held = incident.held();
    entry.writtenNanos = nanos.getAsLong();
    boolean isNew = entries.putIfAbsent(incident.fingerprint(), entry) == null;
    if (!isNew) {
      stored.finish();
    }
    return isNew;
  }

  private static long key(String fingerprint) {
    return Long.parseUnsignedLong(fingerprint.substring(0, HEX), HEX);
  }
}
