package dev.mulligan.notify.store;

import com.google.gson.Gson;
import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationEvent;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.group.KeptIncident;
import dev.mulligan.notify.lane.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Converts notifications to the JSON of the outbox and back. They are already redacted. */
final class NotificationCodec {

  private static final int LONGEST_INCIDENT = 16 * 1_024;

  private static final Gson GSON = RecordJson.with(NotificationEvent.class);

  private NotificationCodec() {}

  /**
   * A stored notification.
   *
   * @param chains the route's, by slot
   */
  record Entry(Notification notification, List<Route.Chain> chains) {

    Entry {
      Objects.requireNonNull(notification);
      chains = List.copyOf(chains);
    }
  }

  static byte[] write(Entry entry) {
    return GSON.toJson(entry).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws IOException if the JSON is invalid, or written by another version
   */
  static Entry read(byte[] json) throws IOException {
    return parse(json, Entry.class);
  }

  /** Writes an incident without what is not needed to resolve it, so that many fit. */
  static byte[] writeIncident(KeptIncident incident) {
    KeptIncident lean = incident.with(lean(incident.newest(), incident.newest().context()));
    byte[] json = GSON.toJson(lean).getBytes(StandardCharsets.UTF_8);
    return json.length <= LONGEST_INCIDENT
        ? json
        : GSON.toJson(incident.with(lean(incident.newest(), Map.of())))
            .getBytes(StandardCharsets.UTF_8);
  }

  /** Of the attempts, the last one alone. */
  private static Notification lean(Notification full, Map<String, String> context) {
    NotificationEvent event = full.event();
    if (event instanceof CallReport call) {
      event = call.withLastAttemptOnly();
    }
    return new Notification(
        full.id(),
        full.fingerprint(),
        full.type(),
        full.troubleSeverity(),
        full.state(),
        full.time(),
        event,
        full.occurrences(),
        context,
        full.tags());
  }

  /**
   * @throws IOException if the JSON is invalid, or written by another version
   */
  static KeptIncident readIncident(byte[] json) throws IOException {
    KeptIncident read = parse(json, KeptIncident.class);
    if (!isComplete(read)) {
      throw new IOException("the incident is not complete");
    }
    return read;
  }

  /** What is missing in the JSON is null, and would disturb the resolution of all others. */
  private static boolean isComplete(KeptIncident read) {
    Notification newest = read.newest();
    return newest != null
        && areThere(
            read.lastFailure(),
            read.lastSent(),
            newest.id(),
            newest.fingerprint(),
            newest.type(),
            newest.troubleSeverity(),
            newest.time(),
            newest.tags(),
            newest.event())
        && newest.fingerprint().matches("[0-9a-f]{32}")
        && read.held() >= 0
        && areThere(newest.event().subject(), newest.event().fields())
        && (!(newest.event() instanceof CallReport call)
            || areThere(call.operation(), call.rule(), call.failureKind(), call.elapsed()));
  }

  private static boolean areThere(@Nullable Object... values) {
    for (Object value : values) {
      if (value == null) {
        return false;
      }
    }
    return true;
  }

  static byte[] writeOrigin(ProcessInfo process) {
    return GSON.toJson(process).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws IOException if the JSON is invalid
   */
  static ProcessInfo readOrigin(byte[] json) throws IOException {
    return parse(json, ProcessInfo.class);
  }

  private static <T> T parse(byte[] json, Class<T> type) throws IOException {
    try {
      T parsed = GSON.fromJson(new String(json, StandardCharsets.UTF_8), type);
      if (parsed == null) {
        throw new IOException("the entry is empty");
      }
      return parsed;
    } catch (RuntimeException e) {
      // Gson's exceptions, and those of the records' constructors.
      throw new IOException("invalid JSON: " + e.getMessage(), e);
    }
  }
}
