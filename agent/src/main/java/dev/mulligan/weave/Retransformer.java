package dev.mulligan.weave;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;

/**
 * Retransforms loaded classes. It works in slices, because each call stops all threads, and between
 * two of them the work can be ended. A slice has as many classes as take about 100 ms. If the JVM
 * refuses a slice, the retransformer halves it until it has isolated the refused class.
 */
final class Retransformer {

  private static final long GOAL = 100_000_000;
  private static final int FIRST = 4;
  private static final int LARGEST = 256;

  private final Instrumentation instrumentation;
  private final Transformer.Listener listener;

  /** Follows the slices. */
  interface Slices {
    /**
     * @param done the classes of the last slice; empty before the first one
     * @param before how many classes were done before them
     * @return false to do no more
     */
    boolean goOn(List<Class<?>> done, int before);
  }

  /**
   * @param listener receives each class that the JVM refuses to retransform
   */
  Retransformer(Instrumentation instrumentation, Transformer.Listener listener) {
    this.instrumentation = instrumentation;
    this.listener = listener;
  }

  /** Returns how many classes it gave to the JVM. */
  int retransform(List<Class<?>> classes, Slices slices) {
    int size = FIRST;
    int from = 0;
    boolean goesOn = slices.goOn(List.of(), 0);
    while (goesOn && from < classes.size()) {
      List<Class<?>> slice = classes.subList(from, Math.min(from + size, classes.size()));
      long start = System.nanoTime();
      retransformOrHalve(slice);
      size = next(slice.size(), System.nanoTime() - start);
      goesOn = slices.goOn(slice, from);
      from += slice.size();
    }
    return from;
  }

  private static int next(int size, long nanos) {
    long fitting = size * GOAL / Math.max(1, nanos);
    return (int) Math.max(1, Math.min(Math.min(fitting, size * 4L), LARGEST));
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
