/**
 * The component's options as properties of Spring Boot. Nothing here is loaded without Spring, and nothing elsewhere knows it.
 */
package io.github.disdump.camel.springboot;
