package dev.mulligan.weave;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;

/**
 * Retransforms loaded classes. It works in batches, because each call stops all threads; if the JVM
 * refuses a batch, it halves the batch until it has isolated the refused class.
 */
final class Retransformer {

  private static final int BATCH = 256;

  private final Instrumentation instrumentation;
  private final Transformer.Listener listener;

  /**
   * @param listener receives each class that the JVM refuses to retransform
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
