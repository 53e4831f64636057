package proxies;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** One interface that only a proxy implements, and one whose proxy stands for a class. */
public final class Main {

  /** As a client of Feign or a mapper of MyBatis. */
  public interface Client {
    String fetch(String name) throws IOException;

    String fetchAll() throws IOException;
  }

  /** As a service of Spring behind its interface. */
  public interface Store {
    String load(String name) throws IOException;
  }

  /** Annotations are read through proxies too. */
  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  public @interface Marked {
    String value();
  }

  /** What the store's proxy stands for. */
  @Marked("store")
  static final class MemoryStore implements Store {
    private int calls;

    @Override
    public String load(String name) throws IOException {
      if (++calls % 3 != 0) {
        throw new IOException("failure " + calls);
      }
      return name + " at call " + calls;
    }
  }

  private static int calls;

  public static void main(String[] args) {
    Client client = proxy(Client.class, (self, method, given) -> fetch());
    Store memory = new MemoryStore();
    Store store = proxy(Store.class, (self, method, given) -> pass(memory, method, given));
    try {
      System.out.println("client: " + client.fetch("tea"));
    } catch (IOException e) {
      System.out.println("client: " + e.getMessage());
    }
    try {
      System.out.println("store: " + store.load("tea"));
    } catch (IOException e) {
      System.out.println("store: " + e.getMessage());
    }
    System.out.println(MemoryStore.class.getAnnotation(Marked.class).value());
  }

  private static Object fetch() throws IOException {
    if (++calls % 3 != 0) {
      throw new IOException("failure " + calls);
    }
    return "tea at call " + calls;
  }

  private static Object pass(Object target, java.lang.reflect.Method method, Object[] given)
      throws Throwable {
    try {
      return method.invoke(target, given);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** With an interface of the framework's own besides. */
  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    Class<?>[] interfaces = {type, Supplier.class};
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), interfaces, handler));
  }

  private Main() {}
}
