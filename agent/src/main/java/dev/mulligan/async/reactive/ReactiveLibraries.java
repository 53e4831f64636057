package dev.mulligan.async.reactive;

import dev.mulligan.async.Form;

/** Finds the reactive library that an application class sees. */
final class ReactiveLibraries {

  private ReactiveLibraries() {}

  /**
   * @throws IllegalStateException when this version of the library lacks a needed method
   */
  static Reactive of(Form form, Class<?> owner) {
    return switch (form) {
      case MONO -> ReactorLibrary.ofMono(owner);
      case FLUX -> ReactorLibrary.ofFlux(owner);
      default -> RxLibrary.of(form, owner);
    };
  }
}
