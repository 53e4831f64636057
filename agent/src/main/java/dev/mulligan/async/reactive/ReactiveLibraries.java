package dev.mulligan.async.reactive;

import dev.mulligan.async.Form;

/** The reactive library that a class of the application sees. */
final class ReactiveLibraries {

  private ReactiveLibraries() {}

  /**
   * @throws IllegalStateException when the library is of a version that lacks what is needed
   */
  static Reactive of(Form form, Class<?> owner) {
    return switch (form) {
      case MONO -> ReactorLibrary.ofMono(owner);
      case FLUX -> ReactorLibrary.ofFlux(owner);
      default -> RxLibrary.of(form, owner);
    };
  }
}
