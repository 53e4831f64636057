package shop;

import feign.Feign;
import feign.Request;
import feign.Retryer;
import java.time.Duration;

final class Stock {
  private final Warehouse warehouse;

  Stock(String server) {
    warehouse =
        Feign.builder()
            .retryer(Retryer.NEVER_RETRY)
            .options(new Request.Options(Duration.ofSeconds(1), Duration.ofSeconds(1), true))
            .target(Warehouse.class, server);
  }

  String of(String item) {
    return warehouse.stock(item);
  }
}
