package routes;

import org.apache.camel.builder.RouteBuilder;

public class JavaRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:java")
                .to("dis-dump:dws?stream=orders&taskName=orders-to-dws&deliverTimeInterval=60&consumerStrategy=LATEST"
                        + "&http.responseTimeout=60000&retryDelay=2s");
    }
}
