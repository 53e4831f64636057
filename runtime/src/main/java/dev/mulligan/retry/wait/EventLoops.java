package dev.mulligan.retry.wait;

import dev.mulligan.retry.inspect.SupertypeNames;
import java.lang.StackWalker.StackFrame;

/**
 * Recognises threads that serve many connections each, where one that waits holds up all of them.
 * Classes are compared by name: none is loaded for it, and none need be there.
 */
public final class EventLoops {

  /** Reactor's marker of threads that must not block, reactor-netty's among them. */
  private static final String NON_BLOCKING = "reactor.core.scheduler.NonBlocking";

  /** Vert.x runs workers, which may block, on threads of this class too: the name tells. */
  private static final String VERTX_THREAD = "io.vertx.core.impl.VertxThread";

  private static final String VERTX_EVENT_LOOP = "vert.x-eventloop-thread-";

  /**
   * Netty runs a loop on whatever thread a factory gives it, and blocking handlers on the class of
   * threads that it has for loops: only the stack tells.
   */
  private static final String NETTY_EVENT_LOOP = "io.netty.channel.EventLoop";

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private EventLoops() {}

  /** Takes microseconds: only for a thread that is about to wait. */
  public static boolean holdCurrentThread() {
    Thread thread = Thread.currentThread();
    Class<?> type = thread.getClass();
    return SupertypeNames.isA(type, NON_BLOCKING)
        || (SupertypeNames.isA(type, VERTX_THREAD) && thread.getName().startsWith(VERTX_EVENT_LOOP))
        || WALKER.walk(frames -> frames.anyMatch(EventLoops::isNettyLoop));
  }

  private static boolean isNettyLoop(StackFrame frame) {
    return SupertypeNames.isA(frame.getDeclaringClass(), NETTY_EVENT_LOOP)
        && frame.getMethodName().equals("run");
  }
}
