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

import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The data goes one way: exchange, mapper, task, authentication, HTTP, answer, exchange. */
@AnalyzeClasses(packages = "io.github.disdump.camel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.disdump.camel";

    /** Exceptions and the words of options and headers are everybody's. */
    private static final DescribedPredicate<JavaClass> ROOT_BUT_COMMON_WORDS = resideInAPackage(ROOT)
            .and(DescribedPredicate.not(assignableTo(DisDumpException.class)))
            .and(DescribedPredicate.not(assignableTo(Enum.class)));

    @ArchTest
    static final ArchRule onlyProducerMapperBodyReaderAndSpanDecoratorTouchTheExchange = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .or()
            .haveSimpleNameNotEndingWith("Producer")
            .and()
            .haveSimpleNameNotEndingWith("ExchangeMapper")
            .and()
            .haveSimpleNameNotEndingWith("BodyReader")
            .and()
            .haveSimpleNameNotEndingWith("SpanDecorator") // reads what the mapper wrote
            .and()
            .resideOutsideOfPackage(ROOT + ".endpointdsl..") // generated
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.camel.Exchange")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.camel.Message");

    @ArchTest
    static final ArchRule onlyTheHttpPackageKnowsCamelHttp = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel.component.http..", "org.apache.hc.client5..");

    @ArchTest
    static final ArchRule theModelKnowsNothingOfTheWayItIsSent = noClasses()
            .that()
            .resideInAPackage(ROOT + ".model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT, ROOT + ".http", ROOT + ".auth", ROOT + ".client");

    @ArchTest
    static final ArchRule httpKnowsNothingOfTasksAndCredentials = noClasses()
            .that()
            .resideInAPackage(ROOT + ".http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT, ROOT + ".model", ROOT + ".auth", ROOT + ".client");

    @ArchTest
    static final ArchRule authenticationKnowsNothingOfTasks = noClasses()
            .that()
            .resideInAPackage(ROOT + ".auth")
            .should()
            .dependOnClassesThat(
                    ROOT_BUT_COMMON_WORDS.or(resideInAPackage(ROOT + ".model")).or(resideInAPackage(ROOT + ".client")));

    @ArchTest
    static final ArchRule theClientKnowsNothingOfEndpoints =
            noClasses().that().resideInAPackage(ROOT + ".client").should().dependOnClassesThat(ROOT_BUT_COMMON_WORDS);

    /** So that the component works without camel-health, see OptionalDependenciesTest. */
    @ArchTest
    static final ArchRule onlyTheHealthCheckKnowsCamelHealth = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("HealthCheck")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel.impl.health..");

    /** So that it works without camel-telemetry. */
    @ArchTest
    static final ArchRule onlyTheSpanDecoratorKnowsCamelTelemetry = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("SpanDecorator")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel.telemetry..");

    @ArchTest
    static final ArchRule nothingDependsOnAProductForOperators = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel.impl.console..", "org.apache.camel.opentelemetry2..", "io.opentelemetry..");

    @ArchTest
    static final ArchRule theEndpointDslIsOptional = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".endpointdsl..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".endpointdsl..", "org.apache.camel.builder.endpoint..");

    @ArchTest
    static final ArchRule onlyTheSpringBootPackageKnowsSpring = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".springboot")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.camel.spring..", ROOT + ".springboot");

    private static final DescribedPredicate<JavaMethodCall> READS_OR_WRITES_A_BEAN =
            DescribedPredicate.describe("reads or writes a bean", call -> {
                JavaClass owner = call.getTargetOwner();
                boolean intoMapOrTree = Set.of("builder", "reader", "readerForMapOf", "readTree", "with")
                                .contains(call.getName())
                        || call.getTarget().getFullName().endsWith(".readValue(" + JsonParser.class.getName() + ")");
                return (owner.isAssignableTo(ObjectCodec.class) || owner.isAssignableTo(ObjectWriter.class))
                        && !intoMapOrTree;
            });

    /** Beans would have to be listed for native images, maps and trees need not. */
    @ArchTest
    static final ArchRule jacksonReadsMapsAndTrees = noClasses()
            .should()
            .callMethodWhere(READS_OR_WRITES_A_BEAN)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.annotation..");

    /** What Camel finds by name is listed for native images; the component finds nothing so itself. */
    @ArchTest
    static final ArchRule nothingIsFoundByName = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".springboot") // reads the description, which is listed as a resource
            .should()
            .callMethodWhere(target(owner(assignableTo(Class.class)))
                    .and(target(nameMatching("forName|getResource.*|get(Declared)?(Method|Field|Constructor)s?"))))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.ServiceLoader");

    @ArchTest
    static final ArchRule thereIsNoDumpingGround =
            noClasses().should().haveSimpleNameContaining("Util").orShould().haveSimpleNameContaining("Helper");
}
