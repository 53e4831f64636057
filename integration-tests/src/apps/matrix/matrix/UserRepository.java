package matrix;

class UserRepository extends BaseRepository {}
