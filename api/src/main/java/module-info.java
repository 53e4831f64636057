/** The API by which an application queries its current attempt. */
module dev.mulligan.api {
  requires static org.jspecify;

  exports dev.mulligan.api;
}
