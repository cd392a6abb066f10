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

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The form of a request that is signed. */
final class CanonicalRequest {

    private CanonicalRequest() {}

    static String of(ReceivedRequest request, List<String> signedHeaders) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + request.wholeHeader(name).orElse("").trim() + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                path(request.path()),
                query(request.query()),
                headers,
                String.join(";", signedHeaders),
                sha256(request.body()));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String path(String raw) {
        String path =
                Arrays.stream(raw.split("/", -1)).map(CanonicalRequest::again).collect(Collectors.joining("/"));
        return path.endsWith("/") ? path : path + "/";
    }

    private static String query(String raw) {
        if (raw.isEmpty()) {
            return "";
        }
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .map(pair -> new String[] {again(pair[0]), pair.length == 2 ? again(pair[1]) : ""})
                .sorted(Comparator.<String[], String>comparing(pair -> pair[0]).thenComparing(pair -> pair[1]))
                .map(pair -> pair[0] + "=" + pair[1])
                .collect(Collectors.joining("&"));
    }

    /** Encodes anew, since clients may encode more or less than the signature asks for. */
    private static String again(String encoded) {
        return PercentCode.encode(PercentCode.decode(encoded));
    }
}
