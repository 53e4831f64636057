package dev.mulligan.benchmarks.happypath;

import org.springframework.retry.support.RetryTemplate;

/** A call through one shared Spring Retry template. */
public class SpringTemplateCall extends HappyPath {

  private final RetryTemplate template =
      RetryTemplate.builder().maxAttempts(3).fixedBackoff(1).build();

  @Override
  long price(int article) {
    return template.execute(context -> prices.price(article));
  }
}
