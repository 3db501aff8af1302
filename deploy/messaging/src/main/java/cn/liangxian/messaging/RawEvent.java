package cn.liangxian.messaging;

import cn.liangxian.handoff.Envelope;

/** An event whose payload was not decoded, and where it stands. */
public record RawEvent(Envelope envelope, byte[] payload, String topic, int partition, long offset) {}
