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
package io.github.disdump.examples.quarkus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.github.disdump.camel.DisDumpConstants;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpValidationException;
import io.github.disdump.camel.model.Violation;

/** Takes task definitions over HTTP. */
@Path("/streams/{stream}/dump-tasks")
public class DumpTaskResource {

    @Inject
    ProducerTemplate camel;

    /** Answers 201 for a new task, 200 for one that exists with the same values, 400 with what is wrong, otherwise 502. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("stream") String stream, byte[] definition) {
        Exchange exchange = camel.request("direct:task-definition", message -> {
            message.getMessage().setBody(definition);
            message.getMessage().setHeader(DisDumpConstants.STREAM, stream);
        });
        if (exchange.getException() != null) {
            return failure(exchange.getException());
        }
        String outcome = exchange.getMessage().getHeader(DisDumpConstants.OUTCOME, String.class);
        return Response.status("CREATED".equals(outcome) ? 201 : 200)
                .entity(result(exchange.getMessage()))
                .build();
    }

    private static Map<String, Object> result(Message message) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("task", message.getHeader(DisDumpConstants.TASK_NAME));
        result.put("outcome", message.getHeader(DisDumpConstants.OUTCOME));
        result.put("stream", message.getHeader(DisDumpConstants.STREAM));
        return result;
    }

    private static Response failure(Exception exception) {
        if (exception instanceof DisDumpValidationException invalid) {
            List<String> errors =
                    invalid.getViolations().stream().map(Violation::toString).toList();
            return Response.status(400).entity(Map.of("errors", errors)).build();
        }
        if (exception instanceof DisDumpException failed) {
            return Response.status(502)
                    .entity(Map.of("errors", List.of(failed.getMessage()), "taskMayExist", failed.isOutcomeUnknown()))
                    .build();
        }
        throw new IllegalStateException(exception);
    }
}
