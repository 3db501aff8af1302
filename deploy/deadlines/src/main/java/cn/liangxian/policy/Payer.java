package cn.liangxian.policy;

/** Who pays a share of a contribution: the person, or somebody on the person's behalf 代缴. */
public enum Payer {
    SELF,
    PROXY
}
