/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.disdump.camel;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.disdump.camel.model.DwsDumpTask;

/** The forms in which a body can hold one and the same task. */
enum BodyForm {
    MAP_BARE(false, false, Holder.MAP),
    MAP_BARE_CAMEL(true, false, Holder.MAP),
    MAP_FULL(false, true, Holder.MAP),
    MAP_FULL_CAMEL(true, true, Holder.MAP),
    JSON_BARE(false, false, Holder.JSON),
    JSON_BARE_CAMEL(true, false, Holder.JSON),
    JSON_FULL(false, true, Holder.JSON),
    JSON_FULL_CAMEL(true, true, Holder.JSON),
    NODE_BARE(false, false, Holder.NODE),
    NODE_FULL_CAMEL(true, true, Holder.NODE),
    MODEL(true, false, Holder.MODEL);

    private enum Holder {
        MAP,
        JSON,
        NODE,
        MODEL
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean camelCase;
    private final boolean full;
    private final Holder holder;

    BodyForm(boolean camelCase, boolean full, Holder holder) {
        this.camelCase = camelCase;
        this.full = full;
        this.holder = holder;
    }

    /** The body of this form with these values, which are given by the names of the API. */
    Object of(Map<String, Object> values) {
        if (holder == Holder.MODEL) {
            return JSON.convertValue(flat(values), DwsDumpTask.class);
        }
        Map<String, Object> map = full ? request(descriptor(values)) : descriptor(values);
        return switch (holder) {
            case JSON -> text(map);
            case NODE -> JSON.valueToTree(map);
            default -> map;
        };
    }

    private Map<String, Object> request(Map<String, Object> descriptor) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put(camelCase ? "destinationType" : "destination_type", "DWS");
        request.put(camelCase ? "dwsDestinationDescriptor" : "dws_destination_descriptor", descriptor);
        return request;
    }

    private Map<String, Object> descriptor(Map<String, Object> values) {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        Map<String, Object> options = new LinkedHashMap<>();
        values.forEach((name, value) ->
                (FieldSample.of(name).isImportOption() ? options : descriptor).put(nameOf(name), value));
        if (!options.isEmpty()) {
            descriptor.put("options", options);
        }
        return descriptor;
    }

    private Map<String, Object> flat(Map<String, Object> values) {
        Map<String, Object> flat = new LinkedHashMap<>();
        values.forEach((name, value) -> flat.put(nameOf(name), value));
        return flat;
    }

    private String nameOf(String apiName) {
        return camelCase ? FieldSample.of(apiName).optionName() : apiName;
    }

    private static String text(Map<String, Object> map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
