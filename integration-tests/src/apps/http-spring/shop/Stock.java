package shop;

interface Stock {
  String of(String item);
}
