package dev.mulligan.notify.delivery;

import dev.mulligan.http.HttpSettings;
import dev.mulligan.log.Log;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.registry.NotificationSettings;
import dev.mulligan.redact.Redactor;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a test runs in a class loader or JVM of its own. */
public final class OneNotification implements Consumer<String> {

  /** Makes a service as an agent does, before the application's main. */
  public static void main(String[] args) {
    try (NotificationService service =
        service(
            "json://bob:pw@127.0.0.1:9/a?+X=1&-y=z",
            "forms://host?secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "xml://host?:Team=checkout",
            "slack://xoxb-1-2/#ops",
            "discord://1/token",
            "tgram://1:token/2:3?format=markdown",
            "pagerduty://key/source?severity=error",
            "mailtos://bob:pw@host/ops@example.org?from=Ops <a@b>&+X-A=1")) {
      System.out.println(service.health().size() + " channels");
    }
  }

  /** Sends one notification and closes the service. */
  @Override
  public void accept(String url) {
    NotificationService service = service(url);
    service.submit(Notifications.critical());
    service.close(Duration.ofSeconds(20));
    if (service.health().get(0).sent() != 1) {
      throw new IllegalStateException(service.health().toString());
    }
  }

  private static NotificationService service(String... urls) {
    List<NotificationSettings.Channel> channels = new ArrayList<>();
    for (String url : urls) {
      channels.add(new NotificationSettings.Channel(url, Set.of()));
    }
    channels.add(new NotificationSettings.Channel("slack://bot@A/B/C/#ops", Set.of("ops")));
    NotificationSettings settings =
        new NotificationSettings(channels, List.of(), HttpSettings.DEFAULTS);
    return new NotificationService(settings, Map.of(), log());
  }

  private static Log log() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Log(nowhere, Log.Level.INFO, new Redactor(List.of()), Clock.systemUTC());
  }
}
