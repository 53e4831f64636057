package shop;

import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

/** Puts a proxy around every service, as transactions and security do. */
@Configuration
class Proxying {
  private static final AtomicInteger CALLS = new AtomicInteger();

  static int calls() {
    return CALLS.get();
  }

  @Bean
  static DefaultAdvisorAutoProxyCreator proxies() {
    return new DefaultAdvisorAutoProxyCreator();
  }

  @Bean
  static DefaultPointcutAdvisor counting() {
    MethodInterceptor counter =
        (MethodInvocation invocation) -> {
          CALLS.incrementAndGet();
          return invocation.proceed();
        };
    return new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(Service.class), counter);
  }
}
