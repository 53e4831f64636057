package dev.mulligan.benchmarks.failurepath;

import org.springframework.retry.support.RetryTemplate;

/** A call through one shared Spring Retry template, without a back-off. */
public class SpringTemplateFailure extends FailurePath {

  private final RetryTemplate template =
      RetryTemplate.builder().maxAttempts(ATTEMPTS).noBackoff().build();

  @Override
  long reserve(int article) {
    return template.execute(context -> warehouse.reserve(article));
  }
}
