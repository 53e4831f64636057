package shop;

import java.time.Duration;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

final class WebClientStock implements Stock {
  private final WebClient client;

  WebClientStock(String server) {
    JdkClientHttpConnector connector = new JdkClientHttpConnector();
    connector.setReadTimeout(Duration.ofSeconds(1));
    client = WebClient.builder().baseUrl(server).clientConnector(connector).build();
  }

  @Override
  public String of(String item) {
    return client.get().uri("/stock/{item}", item).retrieve().bodyToMono(String.class).block();
  }
}
