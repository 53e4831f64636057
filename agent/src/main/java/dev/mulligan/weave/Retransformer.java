package dev.mulligan.weave;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;

/**
 * Has loaded classes rewritten. In batches, because each call stops the world; a batch that the JVM
 * refuses is halved until the class that it can't take stands alone.
 */
final class Retransformer {

  private static final int BATCH = 256;

  private final Instrumentation instrumentation;
  private final Transformer.Listener listener;

  /**
   * @param listener is told of each class that the JVM does not let be rewritten
   */
  Retransformer(Instrumentation instrumentation, Transformer.Listener listener) {
    this.instrumentation = instrumentation;
    this.listener = listener;
  }

  void retransform(List<Class<?>> classes) {
    for (int from = 0; from < classes.size(); from += BATCH) {
      retransformOrHalve(classes.subList(from, Math.min(from + BATCH, classes.size())));
    }
  }

  private void retransformOrHalve(List<Class<?>> classes) {
    try {
      instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
      if (classes.size() == 1) {
        listener.notWoven(classes.get(0).getName(), e);
        return;
      }
      int half = classes.size() / 2;
      retransformOrHalve(classes.subList(0, half));
      retransformOrHalve(classes.subList(half, classes.size()));
    }
  }
}
