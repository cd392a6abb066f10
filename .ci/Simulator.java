import java.util.concurrent.CountDownLatch;

import io.github.disdump.camel.simulator.DisSimulator;

/** The simulator in a process of its own, for an account, a user, a password and a region; prints its address. */
class Simulator {

    public static void main(String[] user) throws InterruptedException {
        DisSimulator dis = DisSimulator.builder()
                .project("0123456789abcdef0123456789abcdef", user[3])
                .start();
        dis.addUser(user[0], user[1], user[2]);
        System.out.println(dis.baseUrl());
        new CountDownLatch(1).await();
    }
}
