/**
 * An embedded simulator of the dump tasks of Huawei Cloud DIS and of the token login of IAM, for tests of routes that
 * create dump tasks.
 *
 * <p>It keeps to the published specification more strictly than the service may do, and knows nothing of the component
 * it is used to test. It needs WireMock ({@code wiremock-standalone}) and Jackson on the class path, and the JUnit 5 API
 * for the extension alone. Start with {@link io.github.disdump.camel.simulator.DisSimulator}.
 */
package io.github.disdump.camel.simulator;
