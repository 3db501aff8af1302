package cn.liangxian.enrollment.specialgroup;

/** Who is told how far a list has been checked. */
interface Follower {

    /** Nobody looks on. */
    Follower NOBODY = new Follower() {
        @Override
        public void rowRead() {}

        @Override
        public void allRead() {}
    };

    /** One more row of the file was read and looked at by itself. */
    void rowRead();

    /** All were; what remains is to compare them with one another and with the register. */
    void allRead();
}
