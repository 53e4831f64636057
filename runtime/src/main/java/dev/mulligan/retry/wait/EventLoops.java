package dev.mulligan.retry.wait;

import dev.mulligan.retry.inspect.SupertypeNames;
import java.lang.StackWalker.StackFrame;

/**
 * Recognises event-loop threads. Each serves many connections, so a blocked one delays all of them.
 * Classes are compared by name; none is loaded.
 */
public final class EventLoops {

  /** Reactor's marker of threads that must not block, including those of reactor-netty. */
  private static final String NON_BLOCKING = "reactor.core.scheduler.NonBlocking";

  /**
   * Vert.x also runs worker threads, which may block, with this class; the thread's name
   * distinguishes them.
   */
  private static final String VERTX_THREAD = "io.vertx.core.impl.VertxThread";

  private static final String VERTX_EVENT_LOOP = "vert.x-eventloop-thread-";

  /**
   * Netty runs an event loop on any thread of a given factory, and may run blocking handlers on its
   * own thread class; so only the call stack shows an event loop.
   */
  private static final String NETTY_EVENT_LOOP = "io.netty.channel.EventLoop";

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private EventLoops() {}

  /**
   * Whether the current thread runs an event loop. Takes microseconds: call it only before a sleep.
   */
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
