package cn.liangxian.journeys.oracle;

/**
 * How many requests were acknowledged, and how that is proved; a request that was sent again counts once.
 *
 * @param onceOnly of which there are as many facts as were acknowledged; {@code idSeen} whose id one fact bears, to
 *     which they led
 * @param withoutFact of which no other department is told
 */
public record Proved(int all, int onceOnly, int idSeen, int withoutFact) {}
