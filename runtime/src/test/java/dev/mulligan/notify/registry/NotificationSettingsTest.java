package dev.mulligan.notify.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.http.HttpSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationSettingsTest {

  @Test
  void showsNoSecret() {
    NotificationSettings settings =
        new NotificationSettings(
            List.of(new NotificationSettings.Channel("slack://A/B/secret", Set.of("ops"))),
            List.of(),
            http("http://user:secret@proxy:3128"));

    assertThat(settings.toString()).contains("ops", "proxy:3128").doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://proxy:3128", "proxy:3128", "http://proxy", "socks://u:secret@p:1"})
  void refusesAProxyThatIsNotHttpWithHostAndPort(String proxy) {
    assertThatThrownBy(() -> http(proxy))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("proxy must be written as http://host:port, such as http://127.0.0.1:3128");
  }

  @Test
  void refusesTimeOutsThatAreNotPositive() {
    assertThatThrownBy(
            () ->
                new HttpSettings(Optional.empty(), Optional.empty(), Duration.ZERO, Duration.ZERO))
        .hasMessage("connectTimeout must be > 0");
  }

  private static HttpSettings http(String proxy) {
    return new HttpSettings(
        Optional.of(URI.create(proxy)),
        Optional.empty(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
  }
}
