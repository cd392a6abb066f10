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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.util.StringHelper;
import org.springframework.core.env.Environment;

import io.github.disdump.camel.DisDumpComponent;
import io.github.disdump.camel.http.HttpTransports;
import io.github.disdump.camel.model.Violation;

/** Sets the options on each component of this kind, at the moment it joins the Camel context. */
final class DisDumpComponentCustomizer implements ComponentCustomizer {

    private static final String REFERENCE = "#bean:";

    private final Environment environment;
    private final ComponentProperties properties;

    DisDumpComponentCustomizer(Environment environment, ComponentProperties properties) {
        this.environment = environment;
        this.properties = properties;
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof DisDumpComponent
                && HierarchicalPropertiesEvaluator.evaluate(
                        environment, "camel.component.customizer", ComponentProperties.PREFIX + ".customizer");
    }

    @Override
    public void configure(String name, Component target) {
        DisDumpComponent component = (DisDumpComponent) target;
        List<String> mistakes = new ArrayList<>();
        properties.values().forEach((option, text) -> set(component, option, text, mistakes));
        setHttp(component, mistakes);
        if (!mistakes.isEmpty()) {
            throw new PropertyMistakeException(mistakes);
        }
    }

    private void set(DisDumpComponent component, ComponentOption option, String text, List<String> mistakes) {
        CamelContext context = component.getCamelContext();
        String value;
        try {
            value = context.resolvePropertyPlaceholders(text);
        } catch (RuntimeException e) {
            mistakes.add(properties.told(option) + ": the placeholder {{...}} cannot be resolved");
            return;
        }
        if (value == null) {
            return; // {{?...}}, which need not exist
        }
        try {
            Object resolved = option.isText() ? textOrBean(context, value) : value;
            PropertyConfigurer configurer = component.getComponentPropertyConfigurer();
            configurer.configure(context, component, option.name(), resolved, false);
        } catch (RuntimeException e) {
            mistakes.add(properties.told(option) + ": " + breach(option, value));
        }
    }

    /** A text is taken as it is, also one that begins with <code>#</code>, as a password may. */
    private static Object textOrBean(CamelContext context, String text) {
        return text.startsWith(REFERENCE)
                ? CamelContextHelper.mandatoryLookup(context, text.substring(REFERENCE.length()), String.class)
                : text;
    }

    private static String breach(ComponentOption option, String value) {
        if (option.isText()) {
            return "there is no such bean of the type java.lang.String";
        }
        return option.type().equals("object")
                ? option.rule()
                : "'" + Violation.shown(value) + "' is wrong, it " + option.rule();
    }

    private void setHttp(DisDumpComponent component, List<String> mistakes) {
        CamelContext context = component.getCamelContext();
        Set<String> known = HttpTransports.optionNames(context);
        Map<String, Object> http = component.getConfiguration().getHttp();
        properties.http().forEach((spelled, text) -> {
            try {
                String value = context.resolvePropertyPlaceholders(text);
                if (value != null) {
                    http.put(httpOption(spelled, known), value);
                }
            } catch (RuntimeException e) {
                mistakes.add(ComponentProperties.PREFIX + ".http." + spelled
                        + ": the placeholder {{...}} cannot be resolved");
            }
        });
    }

    /** As camel-http spells it; what it does not know is left to it. */
    private static String httpOption(String spelled, Set<String> known) {
        String letters = spelled.replace("-", "").toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> name.equalsIgnoreCase(letters))
                .findFirst()
                .orElseGet(() -> StringHelper.dashToCamelCase(spelled));
    }
}
