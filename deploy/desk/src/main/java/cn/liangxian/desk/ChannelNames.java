package cn.liangxian.desk;

import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;

/** How people call the way on which money came: a channel of the policy, or, where it came by none, who paid it. */
@ApplicationScoped
public class ChannelNames {

    private final Policy policy;
    private final Words words;

    public ChannelNames(Policy policy, Words words) {
        this.policy = policy;
        this.words = words;
    }

    /** What has no name is shown as it came. */
    public Text of(String code) {
        return policy.channel(code)
                .map(channel -> new Text(channel.zh(), channel.en()))
                .orElseGet(() -> named("payer_" + code, code));
    }

    private Text named(String key, String code) {
        return words.in(Language.ZH).containsKey(key) ? words.text(key) : new Text(code, code);
    }
}
