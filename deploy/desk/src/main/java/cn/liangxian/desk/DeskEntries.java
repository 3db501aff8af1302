package cn.liangxian.desk;

import java.util.List;

/** The pages that a service serves, in the order of its navigation; each service has one such bean. */
public interface DeskEntries {

    List<DeskEntry> entries();
}
