package routes;

import org.apache.camel.builder.RouteBuilder;

public class JavaRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:java-option").to("dis-dump:dws?stream=orders&agencyNam=dis_admin_agency");
        from("direct:java-secret").to("dis-dump:dws?stream=orders&pasword=RAW(SECRET-made-up)");
        from("direct:java-enum").to("dis-dump:dws?stream=orders&consumerStrategy=OLDEST");
        from("direct:java-number").to("dis-dump:dws?stream=orders&deliverTimeInterval=often");
    }
}
