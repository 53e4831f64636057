package shop;

import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

final class RestClientStock implements Stock {
  private final RestClient client;

  RestClientStock(String server) {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
    requests.setReadTimeout(Duration.ofSeconds(1));
    client = RestClient.builder().baseUrl(server).requestFactory(requests).build();
  }

  @Override
  public String of(String item) {
    return client.get().uri("/stock/{item}", item).retrieve().body(String.class);
  }
}
