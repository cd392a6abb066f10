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
package io.github.disdump.camel.model;

import java.util.List;

import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import static io.github.disdump.camel.model.FieldRule.characters;
import static io.github.disdump.camel.model.FieldRule.isLetterOrDigit;
import static io.github.disdump.camel.model.FieldRule.maxLength;
import static io.github.disdump.camel.model.FieldRule.notBlank;
import static io.github.disdump.camel.model.FieldRule.oneOf;
import static io.github.disdump.camel.model.FieldRule.range;

/**
 * What the dump tasks of all destinations have in common (specification, table 4). A field that is null is unset.
 */
@UriParams
public abstract class DumpTask {

    /** Headers that set the fields of this class, each before body and option. */
    public interface Headers {

        @Metadata(
                label = "common",
                description = "Overrides the option taskName; after the call the name that was sent",
                javaType = "String",
                important = true)
        String TASK_NAME = "CamelDisDumpTaskName";

        @Metadata(label = "common", description = "Overrides the option agencyName", javaType = "String")
        String AGENCY_NAME = "CamelDisDumpAgencyName";

        @Metadata(label = "common", description = "Overrides the option deliverTimeInterval", javaType = "Integer")
        String DELIVER_TIME_INTERVAL = "CamelDisDumpDeliverTimeInterval";

        @Metadata(
                label = "common",
                description = "Overrides the option consumerStrategy",
                javaType = "String",
                enums = "LATEST,TRIM_HORIZON")
        String CONSUMER_STRATEGY = "CamelDisDumpConsumerStrategy";
    }

    /** Table 4, the rows that every destination has. */
    static final List<TaskField<DumpTask>> FIELDS = List.of(
            TaskField.text("task_name", DumpTask::getTaskName, DumpTask::setTaskName)
                    .mandatory()
                    .rule(notBlank())
                    .rule(characters(
                            c -> isLetterOrDigit(c) || c == '-' || c == '_',
                            "must consist of letters, digits, hyphens and underscores"))
                    .rule(maxLength(64)),
            TaskField.text("agency_name", DumpTask::getAgencyName, DumpTask::setAgencyName)
                    .mandatory()
                    .rule(notBlank())
                    .rule(maxLength(64)),
            TaskField.number(
                            "deliver_time_interval",
                            FieldForm.NUMBER,
                            DumpTask::getDeliverTimeInterval,
                            DumpTask::setDeliverTimeInterval)
                    .mandatory()
                    .defaultValue(300)
                    .rule(range(30, 900, "seconds")),
            TaskField.text("consumer_strategy", DumpTask::getConsumerStrategy, DumpTask::setConsumerStrategy)
                    .serviceDefault("LATEST")
                    .rule(oneOf("LATEST", "TRIM_HORIZON")));

    @UriParam(label = "common")
    private String taskName;

    @UriParam(label = "common")
    private String agencyName;

    @UriParam(label = "common", defaultValue = "300")
    private Integer deliverTimeInterval;

    @UriParam(label = "common", enums = "LATEST,TRIM_HORIZON")
    private String consumerStrategy;

    public String getTaskName() {
        return taskName;
    }

    /**
     * Name of the dump task, 1 to 64 letters, digits, hyphens and underscores; unique within the stream. The API needs it.
     */
    public void setTaskName(String taskName) {
        this.taskName = taskName;
    }

    public String getAgencyName() {
        return agencyName;
    }

    /**
     * Name of the IAM agency (cloud service DIS) by which DIS reaches your resources, at most 64 characters. The console
     * makes one called dis_admin_agency. The API needs it.
     */
    public void setAgencyName(String agencyName) {
        this.agencyName = agencyName;
    }

    public Integer getDeliverTimeInterval() {
        return deliverTimeInterval;
    }

    /**
     * Interval in seconds at which data is taken from the stream into the OBS bucket, 30 to 900.
     */
    public void setDeliverTimeInterval(Integer deliverTimeInterval) {
        this.deliverTimeInterval = deliverTimeInterval;
    }

    public String getConsumerStrategy() {
        return consumerStrategy;
    }

    /**
     * Where in the stream the task begins: LATEST takes what arrives from now on, TRIM_HORIZON everything the stream still
     * holds. The service takes LATEST when it is not sent.
     */
    public void setConsumerStrategy(String consumerStrategy) {
        this.consumerStrategy = consumerStrategy;
    }
}
