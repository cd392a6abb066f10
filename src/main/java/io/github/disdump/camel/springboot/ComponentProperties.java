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
package io.github.disdump.camel.springboot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

import io.github.disdump.camel.model.FieldNames;

/**
 * What the properties <code>camel.component.dis-dump.*</code> of all sources say, in the spellings that Spring Boot allows.
 * Camel's placeholders are not resolved yet.
 */
final class ComponentProperties {

    static final String PREFIX = "camel.component.dis-dump";

    private static final ConfigurationPropertyName NAME = ConfigurationPropertyName.of(PREFIX);

    /** How Spring Boot reads an environment variable that begins with CAMEL_COMPONENT_DIS_DUMP_: it knows no hyphen. */
    private static final ConfigurationPropertyName UNDERSCORED =
            ConfigurationPropertyName.of("camel.component.dis.dump");

    private static final Set<String> SWITCHES = Set.of("enabled", "customizerenabled");
    private static final String HTTP = "http";

    /** Spring Boot leaves a placeholder that it cannot resolve as it is; nobody means that as a password. */
    private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{[^${}]*}");

    private final Environment environment;
    private final Binder binder;
    private final List<ComponentOption> options = ComponentOption.all();
    private final Map<ComponentOption, String> values = new LinkedHashMap<>();
    private final Map<String, String> http = new LinkedHashMap<>();
    private final Map<String, String> mistakes = new TreeMap<>();

    private ComponentProperties(Environment environment) {
        this.environment = environment;
        this.binder = Binder.get(environment);
    }

    /** @throws PropertyMistakeException if a name is no option's, or a value cannot be read */
    static ComponentProperties of(Environment environment) {
        ComponentProperties properties = new ComponentProperties(environment);
        properties.readOptions();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream().forEach(properties::readHttpOrRefuseUnknown);
            }
        }
        if (!properties.mistakes.isEmpty()) {
            throw new PropertyMistakeException(List.copyOf(properties.mistakes.values()));
        }
        return properties;
    }

    /** The options that are set, those that replace an object with other options first. */
    Map<ComponentOption, String> values() {
        return values;
    }

    /** The options of the HTTP connections without their prefix, as they were spelled; two spellings of one have one value. */
    Map<String, String> http() {
        return http;
    }

    private void readOptions() {
        for (ComponentOption option : options) {
            String value = read(NAME.append(option.propertyName()));
            if (value != null) {
                values.put(option, value);
            }
        }
    }

    private void readHttpOrRefuseUnknown(ConfigurationPropertyName name) {
        boolean underscored = UNDERSCORED.isAncestorOf(name);
        if (!underscored && !NAME.isAncestorOf(name)) {
            return;
        }
        ConfigurationPropertyName option = name.subName((underscored ? UNDERSCORED : NAME).getNumberOfElements());
        if (option.getNumberOfElements() > 1
                && option.getElement(0, Form.UNIFORM).equals(HTTP)) {
            String value = read(name);
            if (value != null) {
                http.put(joined(option, 1, underscored ? "" : "."), value);
            }
        } else {
            refuseUnknown(name, underscored ? joined(option, 0, "") : option.toString());
        }
    }

    private static String joined(ConfigurationPropertyName name, int from, String separator) {
        return IntStream.range(from, name.getNumberOfElements())
                .mapToObj(i -> name.getElement(i, Form.ORIGINAL))
                .collect(Collectors.joining(separator));
    }

    private void refuseUnknown(ConfigurationPropertyName name, String option) {
        String letters = option.replace("-", "");
        if (!SWITCHES.contains(letters.replace(".", ""))
                && options.stream().noneMatch(known -> known.name().equalsIgnoreCase(letters))) {
            mistakes.put(
                    name.toString(),
                    told(name) + ": `" + option + "` is no option of the component" + suggestion(option));
        }
    }

    private String suggestion(String option) {
        Function<ComponentOption, String> spelling =
                option.contains("-") ? ComponentOption::propertyName : ComponentOption::name;
        Set<String> known = options.stream().map(spelling).collect(Collectors.toCollection(TreeSet::new));
        String suggestion = FieldNames.suggestion(option, known);
        return suggestion.isEmpty()
                ? FieldNames.suggestion(option.substring(option.lastIndexOf('.') + 1), known)
                : suggestion;
    }

    /** Whatever goes wrong is told without the value. */
    private String read(ConfigurationPropertyName name) {
        String value = null;
        try {
            value = binder.bind(name, Bindable.of(String.class)).orElse(null);
        } catch (RuntimeException e) {
            mistakes.put(name.toString(), told(name) + ": the value cannot be read");
        }
        if (value != null && UNRESOLVED.matcher(value).matches()) {
            mistakes.put(name.toString(), told(name) + ": the placeholder ${...} cannot be resolved");
        }
        return value;
    }

    /** The property and where it stands. */
    String told(ComponentOption option) {
        return told(NAME.append(option.propertyName()));
    }

    private String told(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            var property = source.getConfigurationProperty(name);
            if (property != null) {
                Origin origin = property.getOrigin();
                return name + (origin == null ? "" : " (" + origin + ")");
            }
        }
        return name.toString();
    }
}
