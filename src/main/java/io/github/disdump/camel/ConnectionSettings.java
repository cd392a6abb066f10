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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.camel.util.ObjectHelper;

import io.github.disdump.camel.http.ServiceUrl;
import io.github.disdump.camel.model.FieldRule;
import io.github.disdump.camel.model.Violation;

/**
 * Where an endpoint calls and as whom, worked out of its options and checked before anything starts.
 */
final class ConnectionSettings {

    /** How the endpoint proves who calls. */
    enum Way {
        /** Every message brings its token. */
        HEADER,
        TOKEN,
        PASSWORD,
        SIGNATURE,
        BEAN
    }

    private final ServiceUrl dis;
    private final ServiceUrl iam;
    private final Way way;

    private ConnectionSettings(ServiceUrl dis, ServiceUrl iam, Way way) {
        this.dis = dis;
        this.iam = iam;
        this.way = way;
    }

    ServiceUrl dis() {
        return dis;
    }

    /** Null unless the endpoint logs in by password. */
    ServiceUrl iam() {
        return iam;
    }

    Way way() {
        return way;
    }

    /** @throws IllegalArgumentException that says in one sentence what is wrong with the options */
    static ConnectionSettings of(DisDumpConfiguration options) {
        check("region", options.getRegion(), ConnectionRules.REGION);
        check("stream", options.getStream(), ConnectionRules.STREAM);
        check("projectId", options.getProjectId(), ConnectionRules.PROJECT_ID);
        checkSecret("authToken", options.getAuthToken());
        checkSecret("accessKey", ObjectHelper.isEmpty(options.getAccessKey()) ? null : options.getAccessKey());
        checkSecret("sessionToken", ObjectHelper.isEmpty(options.getSessionToken()) ? null : options.getSessionToken());
        if (options.getLoginBackoff() < 0) {
            throw new IllegalArgumentException("The option loginBackoff must be at least 0 (milliseconds)");
        }
        Way way = way(options);
        ServiceUrl dis = url(options, "endpoint", options.getEndpoint(), "dis");
        ServiceUrl iam = null;
        if (way == Way.PASSWORD || options.getIamEndpoint() != null) {
            iam = url(options, "iamEndpoint", options.getIamEndpoint(), "iam");
        }
        return new ConnectionSettings(dis, way == Way.PASSWORD ? iam : null, way);
    }

    private static void check(String option, String value, FieldRule rule) {
        String breach = value == null ? null : rule.breach(value);
        if (breach != null) {
            throw new IllegalArgumentException("The option " + Violation.ofValue(option, breach, value, null));
        }
    }

    /** Text that is sent in a header; it is not told. */
    private static void checkSecret(String option, String value) {
        String breach = value == null ? null : ConnectionRules.AUTH_TOKEN.breach(value);
        if (breach != null) {
            throw new IllegalArgumentException("The option " + option + " " + breach);
        }
    }

    private static ServiceUrl url(DisDumpConfiguration options, String option, String url, String service) {
        if (ObjectHelper.isNotEmpty(url)) {
            return ServiceUrl.of(option, url, options.isAllowPlainHttp());
        }
        if (options.getRegion() == null) {
            throw new IllegalArgumentException("Set the option region or " + option + ": it is not known where "
                    + service.toUpperCase(Locale.ROOT) + " is");
        }
        return ServiceUrl.of("region", "https://" + service + "." + options.getRegion() + ".myhuaweicloud.com", false);
    }

    private static Way way(DisDumpConfiguration options) {
        boolean token = options.getAuthToken() != null;
        boolean password = isBegun(
                "iamDomain",
                options.getIamDomain(),
                "iamUser",
                options.getIamUser(),
                "password",
                options.getPassword());
        boolean keys = isBegun("accessKey", options.getAccessKey(), "secretKey", options.getSecretKey());
        if (!ObjectHelper.isEmpty(options.getSessionToken()) && !keys) {
            throw new IllegalArgumentException("The option sessionToken needs accessKey and secretKey");
        }
        List<String> ways = new ArrayList<>();
        if (options.getAuthenticator() != null) {
            ways.add("authenticator");
        }
        if (token) {
            ways.add("authToken");
        }
        if (password) {
            ways.add("iamUser");
        }
        if (keys) {
            ways.add("accessKey");
        }
        if (ways.size() > 1) {
            throw new IllegalArgumentException(
                    "Only one way of authenticating can be used, but these are set: " + String.join(", ", ways));
        }
        if (options.getAuthenticator() != null) {
            return Way.BEAN;
        }
        if (token) {
            return Way.TOKEN;
        }
        if (password) {
            return Way.PASSWORD;
        }
        return keys ? Way.SIGNATURE : Way.HEADER;
    }

    /** All set or none; half a set cannot work. */
    private static boolean isBegun(String... namesAndValues) {
        List<String> set = new ArrayList<>();
        List<String> unset = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            (ObjectHelper.isEmpty(namesAndValues[i + 1]) ? unset : set).add(namesAndValues[i]);
        }
        if (!set.isEmpty() && !unset.isEmpty()) {
            throw new IllegalArgumentException(
                    "The option " + String.join(" and ", set) + " needs " + String.join(" and ", unset) + " as well");
        }
        return !set.isEmpty();
    }
}
