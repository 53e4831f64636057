package dev.mulligan.async.reactive;

import dev.mulligan.async.Form;

/**
 * The type names of one kind of RxJava source.
 *
 * @param form the form of the methods that return it
 * @param type the class
 * @param source the type that has the {@code subscribe} method
 * @param observer the parameter type of {@code subscribe}
 */
record RxKind(Form form, String type, String source, String observer) {

  static final String CORE = "io.reactivex.rxjava3.core.";
  static final String PUBLISHER = "org.reactivestreams.Publisher";
  static final String OBJECT = "java.lang.Object";
  static final String THROWABLE = "java.lang.Throwable";
  static final String STAGE = "java.util.concurrent.CompletionStage";

  static RxKind of(Form form) {
    return switch (form) {
      case SINGLE -> of(form, "Single", "SingleObserver");
      case MAYBE -> of(form, "Maybe", "MaybeObserver");
      case COMPLETABLE -> of(form, "Completable", "CompletableObserver");
      case OBSERVABLE -> of(form, "Observable", "Observer");
      case FLOWABLE ->
          new RxKind(form, CORE + "Flowable", PUBLISHER, "org.reactivestreams.Subscriber");
      default -> throw new IllegalArgumentException("not a form of RxJava: " + form);
    };
  }

  private static RxKind of(Form form, String name, String observer) {
    return new RxKind(form, CORE + name, CORE + name + "Source", CORE + observer);
  }
}
