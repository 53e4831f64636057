package dev.mulligan.it;

import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;

/**
 * The program gives {@code execute} a handler, whose exception knows nothing of the server's
 * headers: the response itself is the result of {@code doExecute}.
 */
class ApacheHttpClientTest extends HttpClientContract {

  ApacheHttpClientTest() {
    super(
        "http-apache",
        "org.apache.hc.client5.http.impl.classic.CloseableHttpClient+.doExecute(..)");
  }

  @OnEachJdk
  void getsItsAnswerWhenARuleNamesTheInterfaceOfAllClients(Jdk jdk) {
    getsItsAnswerThrough(jdk, "org.apache.hc.client5.http.classic.HttpClient+.execute(..)");
  }
}
