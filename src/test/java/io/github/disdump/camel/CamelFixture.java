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

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

import io.github.disdump.camel.simulator.DisSimulator;

/**
 * A Camel context whose component points at a simulator and has the options of a whole task, so that a test sets only what
 * it is about.
 */
public final class CamelFixture implements AutoCloseable {

    private final CamelContext context = new DefaultCamelContext();
    private final DisDumpComponent component = context.getComponent(DisDumpConstants.SCHEME, DisDumpComponent.class);
    private ProducerTemplate template;

    private CamelFixture() {
        component.getPolicy().setMaxRetries(0); // most tests are about the first answer
    }

    /** Endpoint set, nothing else. */
    public static CamelFixture pointingAt(DisSimulator dis) {
        CamelFixture camel = new CamelFixture();
        camel.component.getConfiguration().setEndpoint(dis.baseUrl());
        return camel;
    }

    /** A base URL that is no simulator's, with a project and a token that nobody checks. */
    public static CamelFixture withTokenFor(String baseUrl) {
        CamelFixture camel = new CamelFixture();
        camel.component.getConfiguration().setEndpoint(baseUrl);
        camel.component.getConfiguration().setProjectId("p1");
        camel.component.getConfiguration().setAuthToken("t1");
        return camel;
    }

    /** Endpoint, project and a valid token of the simulator. */
    public static CamelFixture withToken(DisSimulator dis) {
        CamelFixture camel = pointingAt(dis);
        camel.component.getConfiguration().setProjectId(dis.projectId());
        camel.component.getConfiguration().setAuthToken(dis.issueToken());
        return camel;
    }

    /** Endpoints of DIS and IAM, region, and a user that the simulator knows; no project id. */
    public static CamelFixture withPassword(DisSimulator dis) {
        CamelFixture camel = pointingAt(dis);
        dis.addUser("account", "user", "right-password");
        DisDumpConfiguration options = camel.component.getConfiguration();
        options.setIamEndpoint(dis.baseUrl());
        options.setRegion(dis.projectName());
        options.setIamDomain("account");
        options.setIamUser("user");
        options.setPassword("right-password");
        return camel;
    }

    /** All mandatory fields but the task's name, as component options. */
    public CamelFixture withTaskOptions() {
        component.getTask().setAgencyName("dis_admin_agency");
        component.getTask().setDwsClusterName("dwscluster");
        component.getTask().setDwsClusterId("f82dc227-3691-47eb-bca7-e7851f509b2a");
        component.getTask().setDwsDatabaseName("postgres");
        component.getTask().setDwsSchema("dbadmin");
        component.getTask().setDwsTableName("dwstablename");
        component.getTask().setDwsDelimiter("|");
        component.getTask().setUserName("dbadmin");
        component.getTask().setUserPassword("userpassword");
        component.getTask().setKmsUserKeyName("kmskey");
        component.getTask().setKmsUserKeyId("1e759f06-9188-4d21-afab-a75e57c04d2b");
        component.getTask().setObsBucketPath("obsbucket");
        return this;
    }

    /** The clock by which tokens end and signatures are dated. Only before the first message. */
    public CamelFixture withClock(Clock clock) {
        component.setClock(clock);
        return this;
    }

    /** A whole task as a map with the API's names, to change and send. */
    public static Map<String, Object> descriptor() {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("task_name", "dwstask");
        descriptor.put("agency_name", "dis_admin_agency");
        descriptor.put("dws_cluster_name", "dwscluster");
        descriptor.put("dws_cluster_id", "f82dc227-3691-47eb-bca7-e7851f509b2a");
        descriptor.put("dws_database_name", "postgres");
        descriptor.put("dws_schema", "dbadmin");
        descriptor.put("dws_table_name", "dwstablename");
        descriptor.put("dws_delimiter", "|");
        descriptor.put("user_name", "dbadmin");
        descriptor.put("user_password", "userpassword");
        descriptor.put("kms_user_key_name", "kmskey");
        descriptor.put("kms_user_key_id", "1e759f06-9188-4d21-afab-a75e57c04d2b");
        descriptor.put("obs_bucket_path", "obsbucket");
        return descriptor;
    }

    public CamelContext context() {
        return context;
    }

    public DisDumpComponent component() {
        return component;
    }

    /** Sends one exchange to the endpoint; a failure is kept in the exchange. Starts the context on the first call. */
    public Exchange send(String uri, Object body, Map<String, Object> headers) {
        if (template == null) {
            context.start();
            template = context.createProducerTemplate();
        }
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new LinkedHashMap<>(headers));
        });
    }

    public Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    @Override
    public void close() {
        context.stop();
    }
}
