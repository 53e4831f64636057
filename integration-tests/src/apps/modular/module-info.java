/** Exports and opens nothing. */
module shop {}
