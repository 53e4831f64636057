package tomcat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * A server whose web applications come and go by lines: {@code deploy NAME}, {@code undeploy NAME}.
 * Undeployed ones stay in memory until {@code forget}, as those do whose classes a thread or a
 * driver still refers to. {@code call NAME 1 2 3} calls the three overloads of {@code charge} of an
 * application that often.
 */
public final class Main {

  private static final String[] CLASSES = {"Gateway", "Remote", "Service"};

  private static final List<Object> KEPT = new ArrayList<>();

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    Path base = Files.createTempDirectory("mulligan-tomcat");
    Path classes = Files.createDirectories(base.resolve("app/WEB-INF/classes/shop"));
    for (String name : CLASSES) {
      try (InputStream in = Main.class.getResourceAsStream("/shop/" + name + ".class")) {
        Files.write(classes.resolve(name + ".class"), in.readAllBytes());
      }
    }
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(0);
    tomcat.getConnector();
    tomcat.start();
    System.out.println("ready");
    Map<String, Context> contexts = new HashMap<>();
    Map<String, Object> gateways = new HashMap<>();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 3);
      switch (words[0]) {
        case "deploy" -> {
          Context context = tomcat.addContext("/" + words[1], base.resolve("app").toString());
          Object gateway = gateway(context);
          contexts.put(words[1], context);
          gateways.put(words[1], gateway);
          KEPT.add(gateway);
          System.out.println("deployed");
        }
        case "undeploy" -> {
          Context context = contexts.remove(words[1]);
          context.stop();
          context.destroy();
          tomcat.getHost().removeChild(context);
          gateways.remove(words[1]);
          System.out.println("undeployed");
        }
        case "forget" -> {
          KEPT.clear();
          for (int collection = 0; collection < 10; collection++) {
            System.gc();
            Thread.sleep(20);
          }
          System.out.println("forgotten");
        }
        default -> System.out.println(call(gateways.get(words[1]), words[2]));
      }
    }
    tomcat.stop();
  }

  private static Object gateway(Context context) throws Exception {
    ClassLoader loader = context.getLoader().getClassLoader();
    return loader.loadClass("shop.Gateway").getConstructor().newInstance();
  }

  private static String call(Object gateway, String line) throws Exception {
    String[] times = line.split(" ");
    int failed = 0;
    for (int i = 0; i < Integer.parseInt(times[0]); i++) {
      failed += fails(gateway, new Class<?>[0]);
    }
    for (int i = 0; i < Integer.parseInt(times[1]); i++) {
      failed += fails(gateway, new Class<?>[] {String.class}, "card");
    }
    for (int i = 0; i < Integer.parseInt(times[2]); i++) {
      failed += fails(gateway, new Class<?>[] {String.class, long.class}, "card", 7L);
    }
    return failed + " failed";
  }

  private static int fails(Object gateway, Class<?>[] types, Object... arguments) throws Exception {
    try {
      gateway.getClass().getMethod("charge", types).invoke(gateway, arguments);
      return 0;
    } catch (java.lang.reflect.InvocationTargetException e) {
      if (e.getCause() instanceof IOException) {
        return 1;
      }
      throw e;
    }
  }
}
