package dev.mulligan.benchmarks.failurepath;

import com.acme.shop.Warehouse;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.retry.interceptor.RetryInterceptorBuilder;
import org.springframework.retry.support.RetryTemplate;

/** A call through a Spring proxy with Spring Retry's interceptor, without a back-off. */
public class SpringProxyFailure extends FailurePath {

  private final Warehouse proxy = proxyOf(warehouse);

  private static Warehouse proxyOf(Warehouse bean) {
    ProxyFactory factory = new ProxyFactory(bean);
    factory.setProxyTargetClass(true);
    factory.addAdvice(
        RetryInterceptorBuilder.stateless()
            .retryOperations(RetryTemplate.builder().maxAttempts(ATTEMPTS).noBackoff().build())
            .build());
    return (Warehouse) factory.getProxy();
  }

  @Override
  long reserve(int article) {
    return proxy.reserve(article);
  }
}
