package dev.mulligan.it;

class JdkHttpClientTest extends HttpClientContract {

  JdkHttpClientTest() {
    super(
        "http-jdk",
        "jdk.internal.net.http.HttpClientFacade.send(java.net.http.HttpRequest,"
            + " java.net.http.HttpResponse.BodyHandler)");
  }
}
