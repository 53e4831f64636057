/** What an application may ask about the attempt that it runs in. */
module dev.mulligan.api {
  requires static org.jspecify;

  exports dev.mulligan.api;
}
