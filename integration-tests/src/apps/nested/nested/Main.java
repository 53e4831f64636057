package nested;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Methods inside methods, all of which fail; prints how often each was entered. */
public final class Main {

  private static final Map<String, AtomicInteger> ENTERED = new ConcurrentHashMap<>();

  private Main() {}

  private interface Call {
    void run() throws Exception;
  }

  public static void main(String[] args) {
    after(new Layers()::edge, "edge", "middle", "service");
    after(new Layers()::translating, "translating", "service");
    after(() -> descend(3), "descend");
    after(new Child()::order, "child", "parent");
  }

  private static void after(Call call, String... names) {
    ENTERED.clear();
    try {
      call.run();
    } catch (Exception failed) {
      StringBuilder line = new StringBuilder();
      for (String name : names) {
        line.append(line.isEmpty() ? "" : ", ").append(name).append(' ').append(ENTERED.get(name));
      }
      System.out.println(line);
    }
  }

  static void enter(String name) {
    ENTERED.computeIfAbsent(name, none -> new AtomicInteger()).incrementAndGet();
  }

  static void descend(int depth) throws IOException {
    enter("descend");
    if (depth == 0) {
      throw new IOException("bottom");
    }
    descend(depth - 1);
  }

  /** Three layers, each with a rule. */
  static final class Layers {

    void edge() throws IOException {
      enter("edge");
      middle();
    }

    void middle() throws IOException {
      enter("middle");
      service();
    }

    /** Says nothing of the cause but in the chain. */
    void translating() {
      enter("translating");
      try {
        service();
      } catch (IOException e) {
        throw new IllegalStateException("no luck", new RuntimeException(e));
      }
    }

    void service() throws IOException {
      enter("service");
      throw new IOException("down");
    }
  }

  static class Parent {
    void order() throws IOException {
      enter("parent");
      throw new IOException("down");
    }
  }

  static class Child extends Parent {
    @Override
    void order() throws IOException {
      enter("child");
      super.order();
    }
  }
}
