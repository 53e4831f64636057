package matrix;

class OrderRepository extends BaseRepository {}
