package cn.liangxian.local;

import java.nio.file.Path;

/**
 * What somebody would pick instead of ours to reconcile three sides. A benchmark finds it on its class path by
 * {@link java.util.ServiceLoader}, so that no service depends on it.
 */
public interface ReconcilingPeer {

    String name();

    /** Seconds from the three files to the last difference kept, and how many there are. */
    record Reconciled(double seconds, int differences) {}

    /** From the three files, CSV as the benchmark writes it, to differences that are kept, each with its kind. */
    Reconciled run(Path tax, Path treasury, Path agency) throws Exception;
}
