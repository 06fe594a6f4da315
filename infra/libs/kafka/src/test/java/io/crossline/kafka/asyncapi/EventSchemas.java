package io.crossline.kafka.asyncapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.Json;

/**
 * JSON Schemas (draft 7) of the events' records. Any single value that is an object in Java may be null: which may not, the
 * records themselves check.
 */
final class EventSchemas {

    private final SchemaBuilder builder;

    EventSchemas() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(Json.mapper(), SchemaVersion.DRAFT_7,
                OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields().withNullableCheck(field -> !field.getType().isPrimitive()
                && !field.getType().isInstanceOf(Collection.class) && !field.getType().isInstanceOf(Map.class));
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> type.getErasedType() == ExpectedMix.class
                        ? new CustomDefinition(context.getGeneratorConfig().createObjectNode().put("type", "string"),
                                CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES)
                        : null)
                .withDefinitionNamingStrategy((key, context) -> name(key.getType()));
        builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    private static String name(ResolvedType type) {
        List<ResolvedType> ofMap = type.typeParametersFor(Map.class);
        return ofMap == null ? name(type.getErasedType()) : "MapOf" + name(ofMap.get(1));
    }

    /** With the record that it stands in, as {@code RecordChecked.Content}. */
    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    /** A reference to the type's schema. */
    ObjectNode reference(Class<?> type) {
        return builder.createSchemaReference(type);
    }

    /** Schemas of all types that were referred to, and of those in them. */
    ObjectNode definitions() {
        return builder.collectDefinitions("components/schemas");
    }
}
