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
package io.github.disdump.camel.nativeimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

import io.github.disdump.camel.DisDumpComponent;
import io.github.disdump.camel.DisDumpException;

/** The classes that Camel finds by name or looks into at run time, found out from the compiled classes and service files. */
final class ReflectiveAccess {

    private static final String OWN = DisDumpComponent.class.getPackageName() + ".";
    private static final List<String> CAMEL_ANNOTATIONS =
            List.of("org.apache.camel.spi.", "org.apache.camel.api.", "org.apache.camel.Converter");

    /** What a class is needed for, by class. */
    private final Map<String, String> reasons = new TreeMap<>();

    private final Path classes;

    private ReflectiveAccess(Path classes) {
        this.classes = classes;
    }

    static Map<String, String> of(Path classes) throws IOException, ReflectiveOperationException {
        ReflectiveAccess access = new ReflectiveAccess(classes);
        access.addServices();
        for (Class<?> type : access.ownClasses()) {
            access.addAnnotated(type);
            if (DisDumpException.class.isAssignableFrom(type) && Modifier.isPublic(type.getModifiers())) {
                access.add(type, "an exception: routes name it, and read its getters");
            }
        }
        access.addReadable();
        return access.reasons;
    }

    /** Are there constructors that Camel may call? */
    static boolean isCreatable(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers()) && type.getConstructors().length > 0;
    }

    static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, false, DisDumpComponent.class.getClassLoader());
    }

    private void addServices() throws IOException, ClassNotFoundException {
        for (Path file : files("META-INF/services", "")) {
            for (String line : Files.readAllLines(file)) {
                String name = line.replaceFirst("^class=", "").strip();
                if (name.startsWith(OWN)) {
                    add(load(name), "named in " + classes.relativize(file));
                }
            }
        }
    }

    private void addAnnotated(Class<?> type) {
        for (Annotation annotation : type.getAnnotations()) {
            String name = annotation.annotationType().getName();
            if (CAMEL_ANNOTATIONS.stream().anyMatch(name::startsWith) && !(annotation instanceof Metadata)) {
                add(type, "has @" + annotation.annotationType().getSimpleName());
                addOptions(type);
            }
        }
    }

    private void addOptions(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(UriParam.class)
                    || field.isAnnotationPresent(UriPath.class)
                    || field.isAnnotationPresent(Metadata.class)) {
                add(field.getType(), "type of the option " + field.getName());
            }
        }
    }

    /** What expressions such as ${exception.violations[0].field} reach: the types of getters, and theirs. */
    private void addReadable() throws ClassNotFoundException {
        List<String> open = new ArrayList<>(reasons.keySet());
        while (!open.isEmpty()) {
            Class<?> type = load(open.remove(open.size() - 1));
            for (Method method : type.getMethods()) {
                if (method.getParameterCount() == 0 && method.getName().matches("(get|is)[A-Z].*")) {
                    for (Class<?> read : classesOf(method.getGenericReturnType())) {
                        if (add(read, "type of " + type.getSimpleName() + "." + method.getName())) {
                            open.add(read.getName());
                        }
                    }
                }
            }
        }
    }

    private static List<Class<?>> classesOf(Type type) {
        if (type instanceof Class<?> plain) {
            return List.of(plain);
        }
        return type instanceof ParameterizedType generic
                ? Stream.of(generic.getActualTypeArguments())
                        .flatMap(argument -> classesOf(argument).stream())
                        .toList()
                : List.of();
    }

    private boolean add(Class<?> type, String reason) {
        return type.getName().startsWith(OWN) && reasons.putIfAbsent(type.getName(), reason) == null;
    }

    private List<Class<?>> ownClasses() throws IOException, ClassNotFoundException {
        List<Class<?>> own = new ArrayList<>();
        for (Path file : files(OWN.replace('.', '/'), ".class")) {
            String name = classes.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
            if (!name.endsWith("package-info")) {
                own.add(load(name));
            }
        }
        return own;
    }

    private List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(classes.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
