package dev.mulligan.notify.content;

/** A part of a body. */
public sealed interface Span {

  /** Plain text without line ends. */
  record Words(String text) implements Span {}

  /** Emphasised plain text without line ends. */
  record Bold(String text) implements Span {}

  record LineEnd() implements Span {}
}
