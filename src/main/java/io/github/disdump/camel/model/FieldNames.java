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
package io.github.disdump.camel.model;

import java.util.Collection;

/**
 * How the names of a field hang together, and which known name somebody may have meant.
 */
public final class FieldNames {

    /** More edits than this and the name is taken for another one, not for a slip. */
    private static final int MOST_EDITS = 3;

    private FieldNames() {}

    /** <code>task_name</code> to <code>taskName</code>. */
    static String optionName(String apiName) {
        StringBuilder name = new StringBuilder(apiName.length());
        for (String word : apiName.split("_")) {
            name.append(name.isEmpty() ? word : capitalized(word));
        }
        return name.toString();
    }

    static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /**
     * The known name nearest to the one given.
     *
     * @return the words to add to a message, such as <code>, did you mean `task_name`?</code>; empty if no name is near
     */
    public static String suggestion(String unknown, Collection<String> known) {
        String nearest = null;
        int fewest = Math.min(MOST_EDITS, unknown.length() / 3) + 1;
        if (unknown.length() <= 100) {
            for (String name : known) {
                int edits = edits(unknown, name);
                if (edits < fewest) {
                    fewest = edits;
                    nearest = name;
                }
            }
        }
        return nearest == null ? "" : ", did you mean `" + nearest + "`?";
    }

    /** Damerau-Levenshtein distance without regard to case: inserted, lost, wrong and swapped characters. */
    private static int edits(String from, String to) {
        String a = from.toLowerCase(java.util.Locale.ROOT);
        String b = to.toLowerCase(java.util.Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + changed);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
