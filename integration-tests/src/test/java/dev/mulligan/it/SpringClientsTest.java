package dev.mulligan.it;

import org.junit.jupiter.api.Nested;

/** Spring's three clients, on the JDK's HttpClient. */
class SpringClientsTest {

  @Nested
  class OfRestClient extends HttpClientContract {
    OfRestClient() {
      super(
          "http-spring",
          "org.springframework.web.client.RestClient.ResponseSpec+.body(Class)",
          "org.springframework.web.client.HttpServerErrorException$ServiceUnavailable: 503 ",
          "rest-client");
    }
  }

  @Nested
  class OfRestTemplate extends HttpClientContract {
    OfRestTemplate() {
      super(
          "http-spring",
          "org.springframework.web.client.RestTemplate.doExecute(..)",
          "org.springframework.web.client.HttpServerErrorException$ServiceUnavailable: 503 ",
          "rest-template");
    }
  }

  /** The thread that blocks for the answer is the one that waits. */
  @Nested
  class OfWebClient extends HttpClientContract {
    OfWebClient() {
      super(
          "http-spring",
          "reactor.core.publisher.Mono.block()",
          "org.springframework.web.reactive.function.client.WebClientResponseException"
              + "$ServiceUnavailable: 503 ",
          "web-client");
    }
  }
}
