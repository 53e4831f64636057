package dev.mulligan.it;

/** Feign's own retrying is switched off; with a Retry-After it throws a RetryableException. */
class FeignTest extends HttpClientContract {

  FeignTest() {
    super(
        "http-feign",
        "feign.InvocationHandlerFactory.MethodHandler+.invoke(Object[])",
        "feign.FeignException$ServiceUnavailable: [503 ");
  }
}
