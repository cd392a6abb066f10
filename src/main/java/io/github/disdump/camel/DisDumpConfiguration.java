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

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import io.github.disdump.camel.auth.Authenticator;

/**
 * Where DIS is, who calls, and how: what a component and an endpoint have beside the task's fields. Holds secrets, so it has
 * no text of its own.
 */
@UriParams
public class DisDumpConfiguration implements Cloneable {

    @UriParam(label = "common")
    private String stream;

    @UriParam(label = "common")
    private String projectId;

    @UriParam(label = "common")
    private String region;

    @UriParam(label = "common")
    private String endpoint;

    @UriParam(displayName = "IAM Endpoint", label = "common")
    private String iamEndpoint;

    @UriParam(label = "common", defaultValue = "false")
    private boolean ignoreBody;

    @UriParam(displayName = "Allow Plain HTTP", label = "security", defaultValue = "false")
    private boolean allowPlainHttp;

    @UriParam(label = "security")
    @Metadata(secret = true)
    private String authToken;

    @UriParam(displayName = "IAM Domain", label = "security")
    private String iamDomain;

    @UriParam(displayName = "IAM User", label = "security")
    private String iamUser;

    @UriParam(label = "security")
    @Metadata(secret = true)
    private String password;

    @UriParam(label = "security")
    @Metadata(secret = true)
    private String accessKey;

    @UriParam(label = "security")
    @Metadata(secret = true)
    private String secretKey;

    @UriParam(label = "security")
    @Metadata(secret = true)
    private String sessionToken;

    @UriParam(label = "security,advanced", defaultValue = "60000", javaType = "java.time.Duration")
    private long loginBackoff = 60_000;

    @UriParam(label = "security,advanced")
    private Authenticator authenticator;

    @UriParam(displayName = "HTTP", label = "advanced", prefix = "http.", multiValue = true)
    private Map<String, Object> http = new LinkedHashMap<>();

    public String getStream() {
        return stream;
    }

    /**
     * Name of the DIS stream, 1 to 60 characters. Needed here or in the header CamelDisDumpStream.
     */
    public void setStream(String stream) {
        this.stream = stream;
    }

    public String getProjectId() {
        return projectId;
    }

    /**
     * Id of the project in which the stream is. Without it, a login by iamUser uses the project of the region.
     */
    public void setProjectId(String projectId) {
        this.projectId = projectId;
    }

    public String getRegion() {
        return region;
    }

    /**
     * Id of the region, such as cn-north-4. It gives the endpoints dis.REGION.myhuaweicloud.com and
     * iam.REGION.myhuaweicloud.com.
     */
    public void setRegion(String region) {
        this.region = region;
    }

    public String getEndpoint() {
        return endpoint;
    }

    /**
     * Base URL of DIS instead of the region's, such as https://dis.eu-west-101.myhuaweicloud.eu.
     */
    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    public String getIamEndpoint() {
        return iamEndpoint;
    }

    /**
     * Base URL of IAM instead of the region's, such as https://iam.eu-west-101.myhuaweicloud.eu.
     */
    public void setIamEndpoint(String iamEndpoint) {
        this.iamEndpoint = iamEndpoint;
    }

    public boolean isIgnoreBody() {
        return ignoreBody;
    }

    /**
     * Whether to build the request from headers and options alone, whatever the body is.
     */
    public void setIgnoreBody(boolean ignoreBody) {
        this.ignoreBody = ignoreBody;
    }

    public boolean isAllowPlainHttp() {
        return allowPlainHttp;
    }

    /**
     * Whether endpoint and iamEndpoint may be plain http to any host. To a loopback address they always may.
     */
    public void setAllowPlainHttp(boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public String getAuthToken() {
        return authToken;
    }

    /**
     * A user token, sent as X-Auth-Token. It is not renewed. The header CamelDisDumpAuthToken overrides every way of
     * authenticating.
     */
    public void setAuthToken(String authToken) {
        this.authToken = authToken;
    }

    public String getIamDomain() {
        return iamDomain;
    }

    /**
     * Name of the account to which the IAM user belongs.
     */
    public void setIamDomain(String iamDomain) {
        this.iamDomain = iamDomain;
    }

    public String getIamUser() {
        return iamUser;
    }

    /**
     * Name of the IAM user whose token is fetched from IAM, kept and renewed. Needs iamDomain and password.
     */
    public void setIamUser(String iamUser) {
        this.iamUser = iamUser;
    }

    public String getPassword() {
        return password;
    }

    /**
     * Password of the IAM user.
     */
    public void setPassword(String password) {
        this.password = password;
    }

    public String getAccessKey() {
        return accessKey;
    }

    /**
     * Access key id (AK) with which requests are signed. Needs secretKey.
     */
    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }

    public String getSecretKey() {
        return secretKey;
    }

    /**
     * Secret access key (SK) with which requests are signed. Needs accessKey.
     */
    public void setSecretKey(String secretKey) {
        this.secretKey = secretKey;
    }

    public String getSessionToken() {
        return sessionToken;
    }

    /**
     * Security token of temporary access keys.
     */
    public void setSessionToken(String sessionToken) {
        this.sessionToken = sessionToken;
    }

    public long getLoginBackoff() {
        return loginBackoff;
    }

    /**
     * How long a refused login of iamUser is remembered, in milliseconds: until then no other login is tried, because IAM locks
     * an account after some wrong passwords. It doubles with each refusal, to 15 minutes.
     */
    public void setLoginBackoff(long loginBackoff) {
        this.loginBackoff = loginBackoff;
    }

    public Authenticator getAuthenticator() {
        return authenticator;
    }

    /**
     * A way of authenticating of your own, instead of the component's.
     */
    public void setAuthenticator(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    public Map<String, Object> getHttp() {
        return http;
    }

    /**
     * Options of Camel's http endpoint for the connections to DIS and IAM, such as http.responseTimeout=60000 or
     * http.sslContextParameters=#tls. Unless set, connectTimeout is 10000 and responseTimeout 30000 (milliseconds).
     */
    public void setHttp(Map<String, Object> http) {
        this.http = http == null ? new LinkedHashMap<>() : http;
    }

    /** A copy for one endpoint to change on its own. */
    public DisDumpConfiguration copy() {
        try {
            DisDumpConfiguration copy = (DisDumpConfiguration) clone();
            copy.http = new LinkedHashMap<>(http);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}
