package cn.liangxian.messaging;

import cn.liangxian.handoff.Fen;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** How handoffs are written as JSON: money as whole fen, dates as ISO text, unknown fields tolerated on reading. */
public final class HandoffJson {

    public static final ObjectMapper MAPPER = configure(JsonMapper.builder().build());

    private HandoffJson() {}

    /** Gives another mapper the same conventions, so that REST and events do not differ. */
    public static ObjectMapper configure(ObjectMapper mapper) {
        return mapper.registerModule(new JavaTimeModule())
                .registerModule(money())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    private static SimpleModule money() {
        return new SimpleModule("fen")
                .addSerializer(new StdSerializer<>(Fen.class) {
                    @Override
                    public void serialize(Fen value, JsonGenerator out, SerializerProvider provider)
                            throws IOException {
                        out.writeNumber(value.amount());
                    }
                })
                .addDeserializer(Fen.class, new StdDeserializer<Fen>(Fen.class) {
                    @Override
                    public Fen deserialize(JsonParser in, DeserializationContext context) throws IOException {
                        if (!in.currentToken().isNumeric() || in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                            throw context.weirdStringException(
                                    in.getText(), Fen.class, "money is a whole number of fen");
                        }
                        if (in.currentToken().name().equals("VALUE_NUMBER_FLOAT")) {
                            throw context.weirdStringException(
                                    in.getText(), Fen.class, "money is a whole number of fen");
                        }
                        return Fen.of(in.getLongValue());
                    }
                });
    }
}
