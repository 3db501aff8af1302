package cn.liangxian.messaging;

import cn.liangxian.handoff.Envelope;
import cn.liangxian.handoff.Handoff;

/** A handoff as it was received, with its envelope. */
public record Received<T extends Handoff>(T handoff, Envelope envelope) {}
