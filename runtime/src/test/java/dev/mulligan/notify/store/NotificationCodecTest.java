package dev.mulligan.notify.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.ProcessInfo;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.lane.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotificationCodecTest {

  @Test
  void aCallsFailureComesBackAsItWas() throws IOException {
    Notification notification = Notifications.critical().standingFor(17);
    List<Route.Chain> chains = List.of(new Route.Chain(List.of(List.of(0, 2), List.of(1))));
    byte[] json = NotificationCodec.write(new NotificationCodec.Entry(notification, chains));

    assertThat(NotificationCodec.read(json))
        .isEqualTo(new NotificationCodec.Entry(notification, chains));
  }

  @Test
  void anAlertComesBackAsItWas() throws IOException {
    Map<String, String> context = new LinkedHashMap<>();
    context.put("z", "1");
    context.put("a", "2");
    Notification alert =
        Notification.of(
            NotificationType.PERFORMANCE,
            Alert.performance("heap", 0.97, 0.9, "", Map.of("pool", "\u0000 \uD83D\uDE00 <&>")),
            context,
            TagSelection.parse(List.of("ops", List.of("a", "b"))));
    byte[] json = NotificationCodec.write(new NotificationCodec.Entry(alert, Route.allAtOnce(1)));

    Notification read = NotificationCodec.read(json).notification();
    assertThat(read).isEqualTo(alert);
    assertThat(read.context().keySet()).containsExactly("z", "a");
  }

  @Test
  void aProcessComesBackAsItWas() throws IOException {
    ProcessInfo process = new ProcessInfo("app.jar", 7, "17", "");
    assertThat(NotificationCodec.readOrigin(NotificationCodec.writeOrigin(process)))
        .isEqualTo(process);
  }

  @Test
  void whatIsNotUnderstoodIsAnIoException() {
    for (String json :
        List.of(
            "",
            "null",
            "[1]",
            "{}",
            "{\"notification\":{}}",
            "{\"notification\":{\"event\":{\"Other\":{}}}}")) {
      assertThatThrownBy(() -> NotificationCodec.read(json.getBytes(StandardCharsets.UTF_8)))
          .as(json)
          .isInstanceOf(IOException.class);
    }
  }
}
