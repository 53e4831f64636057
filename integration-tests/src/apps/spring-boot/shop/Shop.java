package shop;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

@Configuration
@ComponentScan
public class Shop {
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(Shop.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    try (ConfigurableApplicationContext context = application.run(args)) {
      PaymentService payments = context.getBean(PaymentService.class);
      Mailer mailer = context.getBean(Mailer.class);
      print("loader", () -> Shop.class.getClassLoader().getClass().getSimpleName());
      print("proxies", () -> kind(payments) + " and " + kind(mailer));
      print("through a CGLIB proxy", payments::pay);
      print("on itself", payments::settle);
      print("through a JDK proxy", () -> mailer.send("receipt"));
      print("calls of the proxies", Proxying::calls);
    }
  }

  private static String kind(Object proxy) {
    String name = proxy.getClass().getName();
    return name.contains("CGLIB") ? "CGLIB" : name.contains("$Proxy") ? "JDK" : name;
  }

  private interface Action {
    Object run() throws Exception;
  }

  private static void print(String what, Action action) {
    try {
      System.out.println(what + ": " + action.run());
    } catch (Exception e) {
      System.out.println(what + ": " + e);
    }
  }
}
