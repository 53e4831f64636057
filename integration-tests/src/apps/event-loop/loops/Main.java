package loops;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import reactor.core.scheduler.Schedulers;

/** Calls the service on threads of every kind. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws Exception {
    var named = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    var plain =
        new MultiThreadIoEventLoopGroup(
            1, Executors.defaultThreadFactory(), NioIoHandler.newFactory());
    var handlers = new DefaultEventExecutorGroup(1);
    Vertx vertx = Vertx.vertx();
    on("Netty's event loop", named);
    on("Netty's event loop on a plain thread", plain);
    on("Netty's executor of blocking handlers", handlers);
    on("Vert.x's event loop", task -> vertx.getOrCreateContext().runOnContext(none -> task.run()));
    on("Vert.x's worker", task -> vertx.executeBlocking(() -> run(task)));
    on("Reactor's parallel", task -> Schedulers.parallel().schedule(task));
    on("Reactor's boundedElastic", task -> Schedulers.boundedElastic().schedule(task));
    on("the main thread", Runnable::run);
    new Service("Netty's event loop, no delay").atOnce(named);
    System.exit(0);
  }

  private static Object run(Runnable task) {
    task.run();
    return "";
  }

  private static void on(String kind, Executor executor) throws Exception {
    System.out.println(kind + ": " + new Service(kind).on(executor));
  }
}
