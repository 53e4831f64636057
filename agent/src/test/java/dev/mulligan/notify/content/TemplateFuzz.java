package dev.mulligan.notify.content;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.TagSelection;
import java.util.Map;
import java.util.Optional;

/** A template is refused with a message, or can be filled in with every message. */
public final class TemplateFuzz {

  private static final ProcessInfo PROCESS = new ProcessInfo("a.Main", 1, "17", "host");

  private TemplateFuzz() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    String value = data.consumeString(200);
    Notification notification =
        Notification.of(
            NotificationType.TASK_FAILURE,
            Alert.taskFailure(value, "4", value),
            Map.of("team", value),
            TagSelection.UNTAGGED);
    Message message = MessageWriter.write(notification, PROCESS);
    Template template;
    try {
      template = Template.parse(data.consumeRemainingAsString());
    } catch (IllegalArgumentException e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new AssertionError("no reason", e);
      }
      return;
    }
    Templates.Pair pair = new Templates.Pair(Optional.of(template), Optional.of(template));
    Message filled = new Templates(pair, Map.of()).apply(message);
    if (filled.title().isEmpty() || filled.title().contains("\n")) {
      throw new AssertionError("not a title: '" + filled.title() + "'");
    }
  }
}
