package shop;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

final class Stock {
  private final CloseableHttpClient client =
      HttpClients.custom()
          .disableAutomaticRetries()
          .setDefaultRequestConfig(
              RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(1)).build())
          .build();
  private final String server;

  Stock(String server) {
    this.server = server;
  }

  String of(String item) throws IOException {
    return client.execute(new HttpGet(server + "/stock/" + item), Stock::checked);
  }

  private static String checked(ClassicHttpResponse response) throws IOException, ParseException {
    if (response.getCode() != 200) {
      throw new IOException("status " + response.getCode());
    }
    return EntityUtils.toString(response.getEntity());
  }
}
