package matrix;

class Conflict extends IllegalStateException {}
