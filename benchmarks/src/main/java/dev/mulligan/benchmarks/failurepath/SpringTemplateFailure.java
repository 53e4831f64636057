package dev.mulligan.benchmarks.failurepath;

import org.springframework.retry.support.RetryTemplate;

/** Through Spring Retry's template, made once, without a back-off. */
public class SpringTemplateFailure extends FailurePath {

  private final RetryTemplate template =
      RetryTemplate.builder().maxAttempts(ATTEMPTS).noBackoff().build();

  @Override
  long reserve(int article) {
    return template.execute(context -> warehouse.reserve(article));
  }
}
