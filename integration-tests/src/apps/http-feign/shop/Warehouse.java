package shop;

import feign.Param;
import feign.RequestLine;

interface Warehouse {
  @RequestLine("GET /stock/{item}")
  String stock(@Param("item") String item);
}
