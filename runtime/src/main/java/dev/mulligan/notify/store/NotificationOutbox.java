package dev.mulligan.notify.store;

import dev.mulligan.log.Log;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.lane.Content;
import dev.mulligan.notify.lane.Delivery;
import dev.mulligan.notify.lane.Route;
import dev.mulligan.notify.outbox.JournalKind;
import dev.mulligan.notify.outbox.Outbox;
import dev.mulligan.notify.outbox.Slot;
import dev.mulligan.notify.outbox.SlotState;
import dev.mulligan.notify.outbox.StoredNotification;
import dev.mulligan.notify.registry.DeliverySettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores notifications in the outbox. Accesses no disk and no JSON before the first use. */
public final class NotificationOutbox {

  /** Of the file of open incidents. One takes about 2 KB. */
  private static final long INCIDENTS_SIZE = 4L * 1_024 * 1_024;

  private final DeliverySettings.Outbox settings;
  private final Log log;
  private volatile @Nullable Outbox outbox;
  private volatile @Nullable Outbox incidents;

  NotificationOutbox(DeliverySettings.Outbox settings, Log log) {
    this.settings = settings;
    this.log = log;
  }

  boolean isFor(DeliverySettings.Outbox other) {
    return settings.equals(other);
  }

  /**
   * Stores a notification, so that it survives the process; if that fails, it stays in memory.
   *
   * @param redacted its secrets never reach the disk
   */
  public void keep(Delivery delivery, Notification redacted, Route route) {
    byte[] entry = NotificationCodec.write(new NotificationCodec.Entry(redacted, route.chains()));
    List<SlotState> states = delivery.states();
    List<Slot> slots = new ArrayList<>(states.size());
    for (int slot = 0; slot < states.size(); slot++) {
      slots.add(new Slot(route.lanes().get(slot).address(), states.get(slot)));
    }
    Optional<StoredNotification> stored = outbox().store(entry, slots);
    if (stored.isPresent()) {
      delivery.isKeptAs(stored.get(), content(stored.get()));
    }
  }

  /**
   * Uses once all that storing this notification needs, and reading it; nothing of it stays.
   *
   * @return false if the disk does not allow it
   */
  public boolean rehearse(Notification redacted, Route route) {
    NotificationCodec.Entry entry = new NotificationCodec.Entry(redacted, route.chains());
    byte[] written = NotificationCodec.write(entry);
    List<Slot> slots = new ArrayList<>();
    route.lanes().forEach(lane -> slots.add(new Slot(lane.address(), SlotState.WAITING)));
    return outbox()
        .rehearse(
            written,
            slots,
            stored -> {
              Message unused = content(stored).message();
            });
  }

  private static Content content(StoredNotification stored) {
    return new StoredContent(stored, ProcessInfo::current);
  }

  /** Takes over what earlier processes of this program left. Blocks. */
  List<StoredNotification> claim() {
    return outbox().claim(NotificationOutbox::isOfThisProgram);
  }

  /** Returns the journal of open incidents. */
  Outbox incidents() {
    Outbox used = incidents;
    return used == null ? openIncidents() : used;
  }

  /** Takes over the open incidents of earlier processes of this program. Blocks. */
  List<StoredNotification> claimIncidents() {
    return incidents().claim(NotificationOutbox::isOfThisProgram);
  }

  /**
   * Whether there may be open incidents of earlier processes. May run before the application has
   * started: it looks at the names of the files only.
   */
  boolean mayHaveIncidents() {
    String[] names = settings.dir().list();
    String suffix = "";
    for (int i = 0; names != null && i < names.length; i++) {
      if (names[i].endsWith(JournalKind.INCIDENTS_SUFFIX)) {
        suffix = suffix.isEmpty() ? suffixOfIncidents() : suffix;
        if (names[i].endsWith(suffix)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String suffixOfIncidents() {
    String program = ProcessInfo.withoutLookUp().programWithoutVersion();
    return "." + Integer.toHexString(program.hashCode()) + JournalKind.INCIDENTS_SUFFIX;
  }

  boolean isBroken() {
    return outbox().isBroken();
  }

  void close() {
    Outbox used = outbox;
    if (used != null) {
      used.close();
    }
    Outbox usedForIncidents = incidents;
    if (usedForIncidents != null) {
      usedForIncidents.close();
    }
  }

  private Outbox outbox() {
    Outbox used = outbox;
    return used == null ? open() : used;
  }

  private synchronized Outbox open() {
    Outbox used = outbox;
    if (used == null) {
      byte[] origin = NotificationCodec.writeOrigin(ProcessInfo.withoutLookUp());
      used = new Outbox(settings.dir().toPath(), settings.maxSize(), origin, log);
      outbox = used;
    }
    return used;
  }

  private synchronized Outbox openIncidents() {
    Outbox used = incidents;
    if (used == null) {
      used =
          new Outbox(
              settings.dir().toPath(),
              Math.min(settings.maxSize(), INCIDENTS_SIZE),
              NotificationCodec.writeOrigin(ProcessInfo.withoutLookUp()),
              JournalKind.INCIDENTS,
              suffixOfIncidents(),
              log);
      incidents = used;
    }
    return used;
  }

  private static boolean isOfThisProgram(byte[] origin) {
    try {
      String program = NotificationCodec.readOrigin(origin).programWithoutVersion();
      return program.equals(ProcessInfo.withoutLookUp().programWithoutVersion());
    } catch (IOException e) {
      return false;
    }
  }
}
