package dev.mulligan.it;

class ApacheHttpClientTest extends HttpClientContract {

  ApacheHttpClientTest() {
    super("http-apache", "org.apache.hc.client5.http.classic.HttpClient+.execute(..)");
  }
}
