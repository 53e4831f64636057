package dev.mulligan.benchmarks.happypath;

import com.acme.shop.Prices;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.retry.annotation.AnnotationAwareRetryOperationsInterceptor;

/**
 * A call through the proxy that Spring Retry puts around a bean with {@code @Retryable} methods.
 */
public class SpringProxyCall extends HappyPath {

  private final Prices proxy = proxyOf(prices);

  private static Prices proxyOf(Prices bean) {
    ProxyFactory factory = new ProxyFactory(bean);
    factory.setProxyTargetClass(true);
    factory.addAdvisor(new DefaultPointcutAdvisor(new AnnotationAwareRetryOperationsInterceptor()));
    return (Prices) factory.getProxy();
  }

  @Override
  long price(int article) {
    return proxy.price(article);
  }
}
