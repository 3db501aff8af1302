package cn.liangxian.journeys.campaign;

import cn.liangxian.local.Stack;
import cn.liangxian.world.CampaignListener;

/** Looks every few days how much of the machine's memory the stack takes. */
final class MemoryWatch implements CampaignListener {

    /** What a county's machine has for all of it, in MiB. */
    static final long LIMIT_MB = 4096;

    /** Each look walks the pages of some eighty processes. */
    private static final int EVERY_DAYS = 10;

    private final Stack stack;
    private final CampaignListener besides;
    private long highestMb;

    /** @param besides somebody else who watches */
    MemoryWatch(Stack stack, CampaignListener besides) {
        this.stack = stack;
        this.besides = besides;
    }

    @Override
    public void dayOver(Progress progress) {
        besides.dayOver(progress);
        if (progress.played() % EVERY_DAYS == 0) {
            highestMb = Math.max(highestMb, stack.memoryMb());
        }
    }

    /** Of all that was seen, in MiB; what several processes share is counted once. */
    long highestMb() {
        return highestMb;
    }
}
