package cn.liangxian.messaging;

/** Whether the rules by which this service works are in force on a business date. */
public interface Force {

    boolean covers(BusinessDay.Opened day);
}
