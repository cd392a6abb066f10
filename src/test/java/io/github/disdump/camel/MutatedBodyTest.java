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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Whatever happens to a body on its way here, the message is either refused before anything is sent, or the request keeps
 * all rules of the specification, which the simulator checks on its own.
 */
class MutatedBodyTest {

    private static final int CASES = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    /** What happens to the body; some kinds happen to its bytes, some to its JSON. */
    enum Mutation {
        DROP,
        DUPLICATE,
        RENAME,
        RETYPE,
        SWAP,
        TRUNCATE_BYTES,
        FLIP_BYTES,
        INSERT_BYTES
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedBodyIsRefusedOrKeepsTheRules(Mutation mutation) {
        long seed = RandomTask.seed();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Random random = new Random(seed);
            int refused = 0;
            for (int i = 0; i < CASES; i++) {
                BodyForm form = random.nextBoolean() ? BodyForm.JSON_FULL : BodyForm.JSON_BARE_CAMEL;
                String json = (String) form.of(new RandomTask(random, i).wireValues());
                Object body = mutated(mutation, json, random);
                route.dis().resetRequests();

                Exchange exchange = route.camel().send(RouteExtension.URI, body);

                assertThatItIsRefusedOrKeepsTheRules(exchange, "random.seed " + seed + ", case " + i);
                refused += exchange.getException() == null ? 0 : 1;
            }
            assertThat(refused).as("random.seed " + seed).isPositive();
        });
    }

    private static void assertThatItIsRefusedOrKeepsTheRules(Exchange exchange, String name) {
        Exception exception = exchange.getException();
        if (exception == null) {
            assertThat(route.onlyRequest().status()).as(name).isEqualTo(201);
        } else if (exception instanceof DisDumpServiceException refusal) {
            assertThat(refusal.getErrorCode()).as(name).isEqualTo("DIS.4355"); // the name exists already
        } else {
            assertThat(exception).as(name).isExactlyInstanceOf(DisDumpValidationException.class);
            assertThat(route.dis().requests()).as(name).isEmpty();
        }
    }

    private static Object mutated(Mutation mutation, String json, Random random) throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return switch (mutation) {
            case TRUNCATE_BYTES -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case FLIP_BYTES -> flipped(bytes, random);
            case INSERT_BYTES -> inserted(bytes, random);
            case DUPLICATE -> duplicated(json, random);
            default -> {
                ObjectNode root = (ObjectNode) JSON.readTree(json);
                change(mutation, root, random);
                yield random.nextBoolean() ? root : root.toString();
            }
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] inserted(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        longer[at] = (byte) random.nextInt(256);
        return longer;
    }

    private static String duplicated(String json, Random random) throws Exception {
        JsonNode root = JSON.readTree(json);
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(root.properties());
        Map.Entry<String, JsonNode> member = members.get(random.nextInt(members.size()));
        String name = random.nextBoolean() ? member.getKey() : member.getKey().replace("_n", "N");
        return json.substring(0, json.length() - 1) + ",\"" + name + "\":" + member.getValue() + "}";
    }

    private static void change(Mutation mutation, ObjectNode root, Random random) {
        ObjectNode object = anObjectIn(root, random);
        String name = aNameIn(object, random);
        JsonNode value = object.get(name);
        switch (mutation) {
            case DROP -> object.remove(name);
            case RENAME -> {
                object.remove(name);
                object.set(renamed(name, random), value);
            }
            case RETYPE -> object.set(name, retyped(value, random));
            case SWAP -> {
                ObjectNode otherObject = anObjectIn(root, random);
                String other = aNameIn(otherObject, random);
                object.set(name, otherObject.get(other).deepCopy());
                otherObject.set(other, value.deepCopy());
            }
            default -> throw new IllegalArgumentException(mutation.name());
        }
    }

    private static ObjectNode anObjectIn(ObjectNode root, Random random) {
        List<ObjectNode> objects = new ArrayList<>(List.of(root));
        for (int i = 0; i < objects.size(); i++) {
            objects.get(i).forEach(child -> {
                if (child instanceof ObjectNode object) {
                    objects.add(object);
                }
            });
        }
        return objects.get(random.nextInt(objects.size()));
    }

    private static String aNameIn(ObjectNode object, Random random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.get(random.nextInt(names.size()));
    }

    private static String renamed(String name, Random random) {
        int at = random.nextInt(name.length());
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + '\n' + name.substring(at);
            case 2 -> name.toUpperCase(java.util.Locale.ROOT);
            default ->
                FieldSample.ALL.get(random.nextInt(FieldSample.ALL.size())).apiName();
        };
    }

    private static JsonNode retyped(JsonNode value, Random random) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> json.nullNode();
            case 1 -> json.booleanNode(random.nextBoolean());
            case 2 -> json.numberNode(random.nextInt(1000));
            case 3 -> json.numberNode(random.nextGaussian());
            case 4 -> json.arrayNode().add(value);
            case 5 -> json.objectNode().set("x", value);
            case 6 -> json.textNode("");
            case 7 -> json.textNode(value.toString());
            default -> json.numberNode(new java.math.BigInteger(300, random));
        };
    }
}
