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
package io.github.disdump.camel.simulator;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** What one member of a JSON object must look like. Complaints never repeat the value: it may be a password. */
final class MemberRule {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Predicate<JsonNode> type;
    private final Predicate<String> value;
    private final String demand;
    private final boolean mandatory;
    private final boolean nullable;
    private final boolean numberInLenientMode;

    private MemberRule(
            Predicate<JsonNode> type,
            Predicate<String> value,
            String demand,
            boolean mandatory,
            boolean nullable,
            boolean numberInLenientMode) {
        this.type = type;
        this.value = value;
        this.demand = demand;
        this.mandatory = mandatory;
        this.nullable = nullable;
        this.numberInLenientMode = numberInLenientMode;
    }

    private static MemberRule string(Predicate<String> value, String demand) {
        return new MemberRule(JsonNode::isTextual, value, "must be a string: " + demand, true, false, false);
    }

    static MemberRule anyText() {
        return string(text -> true, "any");
    }

    static MemberRule someText() {
        return string(text -> !text.isBlank(), "not blank");
    }

    static MemberRule someText(int maximum) {
        return string(
                text -> !text.isBlank() && length(text) <= maximum, "not blank, at most " + maximum + " characters");
    }

    static MemberRule password() {
        return string(text -> !text.isEmpty(), "not empty");
    }

    static MemberRule pattern(String regex, String demand) {
        Pattern pattern = Pattern.compile(regex);
        return string(text -> pattern.matcher(text).matches(), demand);
    }

    static MemberRule oneOf(String... values) {
        List<String> allowed = List.of(values);
        return string(allowed::contains, "one of " + allowed);
    }

    static MemberRule wholeNumberText(int minimum, int maximum) {
        MemberRule rule =
                string(text -> inRange(text, minimum, maximum), "whole number, " + minimum + " to " + maximum);
        return rule.orNumberInLenientMode();
    }

    static MemberRule wholeNumberTextOr(String word) {
        MemberRule rule = string(
                text -> DIGITS.matcher(text).matches() || text.equals(word), "whole number, 0 or more, or " + word);
        return rule.orNumberInLenientMode();
    }

    static MemberRule integer(int minimum, int maximum) {
        return new MemberRule(
                JsonNode::isIntegralNumber,
                text -> inRange(text, minimum, maximum),
                "must be a JSON number: whole, " + minimum + " to " + maximum,
                true,
                false,
                false);
    }

    static MemberRule object() {
        return new MemberRule(JsonNode::isObject, text -> true, "must be a JSON object", true, false, false);
    }

    static MemberRule array() {
        return new MemberRule(
                node -> node.isArray() && !node.isEmpty(),
                text -> true,
                "must be a JSON array and not empty",
                true,
                false,
                false);
    }

    MemberRule optional() {
        return new MemberRule(type, value, demand, false, nullable, numberInLenientMode);
    }

    MemberRule orNull() {
        return new MemberRule(type, value, demand, mandatory, true, numberInLenientMode);
    }

    private MemberRule orNumberInLenientMode() {
        return new MemberRule(type, value, demand, mandatory, nullable, true);
    }

    /**
     * Checks one member.
     *
     * @param node its value, null if the object has no such member
     * @param lenient whether numbers may stand for those strings that hold numbers
     * @return the complaint, empty if there is none
     */
    private Optional<String> complaint(JsonNode node, boolean lenient) {
        if (node == null) {
            return mandatory ? Optional.of("is mandatory") : Optional.empty();
        }
        if (nullable && node.isNull()) {
            return Optional.empty();
        }
        boolean typeFits = type.test(node) || lenient && numberInLenientMode && node.isIntegralNumber();
        return typeFits && value.test(node.asText()) ? Optional.empty() : Optional.of(demand);
    }

    /**
     * Checks all members of an object.
     *
     * @param path what stands before the members' names in the complaints
     * @param table the members the object may have
     * @return the complaints, in the order of the table, members that are not known last
     */
    static List<String> complaints(String path, JsonNode object, Map<String, MemberRule> table, boolean lenient) {
        List<String> complaints = new ArrayList<>();
        table.forEach((name, rule) -> rule.complaint(object.get(name), lenient)
                .ifPresent(complaint -> complaints.add(path + name + " " + complaint)));
        object.fieldNames().forEachRemaining(name -> {
            if (!table.containsKey(name)) {
                complaints.add(path + name + " is not known");
            }
        });
        return complaints;
    }

    private static boolean inRange(String text, int minimum, int maximum) {
        if (!DIGITS.matcher(text).matches()) {
            return false;
        }
        BigInteger number = new BigInteger(text);
        return number.compareTo(BigInteger.valueOf(minimum)) >= 0 && number.compareTo(BigInteger.valueOf(maximum)) <= 0;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
