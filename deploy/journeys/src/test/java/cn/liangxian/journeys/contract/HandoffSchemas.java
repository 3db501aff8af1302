package cn.liangxian.journeys.contract;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.LocalDate;

/** The JSON Schema (2020-12) of a declared handoff. */
final class HandoffSchemas {

    private final SchemaGenerator generator;

    HandoffSchemas() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.forFields().withRequiredCheck(field -> !nullable(field)).withNullableCheck(HandoffSchemas::nullable);
        config.forTypesInGeneral()
                .withPropertySorter((one, other) -> 0) // as declared
                .withCustomDefinitionProvider((type, context) -> scalar(type.getErasedType(), context));
        generator = new SchemaGenerator(config.build());
    }

    ObjectNode of(Class<? extends Handoff> type) {
        Terms terms = Handoff.termsOf(type);
        ObjectNode generated = generator.generateSchema(type);
        ObjectNode schema = generated.objectNode();
        schema.set("$schema", generated.get("$schema"));
        schema.put("$id", "urn:liangxian:handoff:" + terms.topic());
        schema.put("title", type.getSimpleName());
        schema.put("description", terms.zh());
        schema.setAll(generated);
        return schema;
    }

    private static boolean nullable(FieldScope field) {
        return field.getAnnotation(Nullable.class) != null;
    }

    private static CustomDefinition scalar(Class<?> type, SchemaGenerationContext context) {
        ObjectNode definition = context.getGeneratorConfig().createObjectNode();
        if (type == Fen.class) {
            definition
                    .put("type", "integer")
                    .put("format", "fen")
                    .put("description", "money in whole fen (分), 1/100 yuan");
        } else if (type == LocalDate.class) {
            definition.put("type", "string").put("format", "date");
        } else if (type == int.class || type == Integer.class) {
            definition.put("type", "integer").put("format", "int32");
        } else if (type == long.class || type == Long.class) {
            definition.put("type", "integer").put("format", "int64");
        } else {
            return null;
        }
        return new CustomDefinition(definition, true);
    }
}
