package dev.mulligan.it;

import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;

/** Feign's own retrying is switched off; with a Retry-After it throws a RetryableException. */
class FeignTest extends HttpClientContract {

  FeignTest() {
    super(
        "http-feign",
        "feign.InvocationHandlerFactory.MethodHandler+.invoke(Object[])",
        "feign.FeignException$ServiceUnavailable: [503 ");
  }

  /** Which only Feign's proxy implements. */
  @OnEachJdk
  void getsItsAnswerWhenARuleNamesTheClientsInterface(Jdk jdk) {
    getsItsAnswerThrough(jdk, "shop.Warehouse.stock(String)");
  }
}
