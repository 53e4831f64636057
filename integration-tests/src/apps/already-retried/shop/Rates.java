package shop;

/** What other libraries retry, as their users write it. */
class Rates {
  @org.springframework.retry.annotation.Retryable(maxAttempts = 5)
  String bySpringRetry() {
    return "rate";
  }

  @org.springframework.resilience.annotation.Retryable(maxRetries = 5)
  String bySpring() {
    return "rate";
  }

  @io.github.resilience4j.retry.annotation.Retry(name = "rates")
  String byResilience4j() {
    return "rate";
  }

  @org.eclipse.microprofile.faulttolerance.Retry
  String byMicroProfile() {
    return "rate";
  }

  String byNobody() {
    return "rate";
  }
}
