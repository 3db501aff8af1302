package cn.liangxian.messaging;

/**
 * Sees every new event of a topic that another bean works, undecoded, before that work and in its transaction. One service
 * has one group of consumers and one inbox, so a second channel for the same topic would take events away from the first.
 */
public interface Witness {

    String topic();

    void taken(RawEvent event);
}
