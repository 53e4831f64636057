package dev.mulligan.notify.content;

/** A piece of a text. */
public sealed interface Span {

  /** Plain text without line ends. */
  record Words(String text) implements Span {}

  /** Plain text that stands out, without line ends. */
  record Bold(String text) implements Span {}

  record LineEnd() implements Span {}
}
