package shop;

import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

final class RestTemplateStock implements Stock {
  private final RestTemplate template;
  private final String server;

  RestTemplateStock(String server) {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
    requests.setReadTimeout(Duration.ofSeconds(1));
    this.template = new RestTemplate(requests);
    this.server = server;
  }

  @Override
  public String of(String item) {
    return template.getForObject(server + "/stock/{item}", String.class, item);
  }
}
