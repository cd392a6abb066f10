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
package io.github.disdump.examples.camelk;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Does with a manifest what the operator and the runtime of Camel K do, on Camel Main: each entry of a Secret or ConfigMap that
 * is mounted becomes a property, or many if it is a properties file, and the flows of an Integration become routes. Camel reads
 * a Pipe by itself.
 */
final class LocalOperator {

    private final Path directory;

    /** @param directory where the manifests are */
    LocalOperator(Path directory) {
        this.directory = directory;
    }

    /** An application that is not started yet. */
    Main prepare(String file) throws IOException {
        Manifest manifest = Manifest.read(directory.resolve(file));
        Main main = new Main();
        main.setPropertyPlaceholderLocations("false");
        for (String config : manifest.configs()) {
            properties(mounted(config))
                    .forEach((name, value) -> main.addInitialProperty(name.toString(), value.toString()));
        }
        for (String line : manifest.properties()) {
            load(line).forEach((name, value) -> main.addInitialProperty(name.toString(), value.toString()));
        }
        String routes = manifest.kind().equals("Integration") ? manifest.flows() : Files.readString(manifest.file());
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport starting) {
                load(starting, ResourceHelper.fromString("routes.yaml", routes));
            }
        });
        return main;
    }

    /** The Secret or ConfigMap that is meant by a name such as <code>secret:dis-dump</code>. */
    private Manifest mounted(String config) throws IOException {
        for (String file : List.of("secret.yaml", "options.yaml")) {
            Manifest manifest = Manifest.read(directory.resolve(file));
            if (manifest.configName().equals(config)) {
                return manifest;
            }
        }
        throw new IllegalArgumentException("Nothing to mount: " + config);
    }

    private static Properties properties(Manifest mounted) throws IOException {
        Properties all = new Properties();
        for (Map.Entry<String, String> entry : mounted.entries().entrySet()) {
            if (entry.getKey().endsWith(".properties")) {
                all.putAll(load(entry.getValue()));
            } else {
                all.put(entry.getKey(), entry.getValue());
            }
        }
        return all;
    }

    private static void load(BaseMainSupport main, Resource routes) {
        try {
            PluginHelper.getRoutesLoader(main.getCamelContext()).loadRoutes(routes);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties load(String lines) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(lines));
        return properties;
    }
}
