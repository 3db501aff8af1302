package cn.liangxian.audit.register;

/**
 * An event that counts for an obligation, whether or not that obligation has been opened yet.
 *
 * @param part what it is one of, where an obligation needs several (a person of a list); else empty
 */
public record Arrival(String obligationId, String part, Fulfilment fulfilment) {}
