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

import static io.github.disdump.camel.model.FieldRule.oneOf;
import static io.github.disdump.camel.model.FieldRule.wholeNumberOr;

/**
 * A dump task whose import can tolerate faults in the data: the descriptor's <code>options</code> (specification, table 5).
 */
@UriParams
public abstract class FaultTolerantDumpTask extends DumpTask {

    /** Headers that set the fields of this class, each before body and option. */
    public interface Headers extends DumpTask.Headers {

        @Metadata(
                label = "import",
                description = "Overrides the option fillMissingFields",
                javaType = "String",
                enums = "true,on,false,off")
        String FILL_MISSING_FIELDS = "CamelDisDumpFillMissingFields";

        @Metadata(
                label = "import",
                description = "Overrides the option ignoreExtraData",
                javaType = "String",
                enums = "true,on,false,off")
        String IGNORE_EXTRA_DATA = "CamelDisDumpIgnoreExtraData";

        @Metadata(
                label = "import",
                description = "Overrides the option compatibleIllegalChars",
                javaType = "String",
                enums = "true,on,false,off")
        String COMPATIBLE_ILLEGAL_CHARS = "CamelDisDumpCompatibleIllegalChars";

        @Metadata(label = "import", description = "Overrides the option rejectLimit", javaType = "String")
        String REJECT_LIMIT = "CamelDisDumpRejectLimit";

        @Metadata(label = "import", description = "Overrides the option errorTableName", javaType = "String")
        String ERROR_TABLE_NAME = "CamelDisDumpErrorTableName";
    }

    /** Table 5. Its "true/on" means true or on: the word that was given is sent. */
    static final List<TaskField<FaultTolerantDumpTask>> FIELDS = List.of(
            TaskField.text(
                            "fill_missing_fields",
                            FieldForm.FLAG_AS_TEXT,
                            FaultTolerantDumpTask::getFillMissingFields,
                            FaultTolerantDumpTask::setFillMissingFields)
                    .importOption()
                    .serviceDefault("false")
                    .rule(oneOf("true", "on", "false", "off")),
            TaskField.text(
                            "ignore_extra_data",
                            FieldForm.FLAG_AS_TEXT,
                            FaultTolerantDumpTask::getIgnoreExtraData,
                            FaultTolerantDumpTask::setIgnoreExtraData)
                    .importOption()
                    .serviceDefault("false")
                    .rule(oneOf("true", "on", "false", "off")),
            TaskField.text(
                            "compatible_illegal_chars",
                            FieldForm.FLAG_AS_TEXT,
                            FaultTolerantDumpTask::getCompatibleIllegalChars,
                            FaultTolerantDumpTask::setCompatibleIllegalChars)
                    .importOption()
                    .serviceDefault("false")
                    .rule(oneOf("true", "on", "false", "off")),
            TaskField.text(
                            "reject_limit",
                            FieldForm.TEXT_OR_NUMBER,
                            FaultTolerantDumpTask::getRejectLimit,
                            FaultTolerantDumpTask::setRejectLimit)
                    .importOption()
                    .serviceDefault("0")
                    .rule(wholeNumberOr("unlimited")),
            TaskField.text(
                            "error_table_name",
                            FaultTolerantDumpTask::getErrorTableName,
                            FaultTolerantDumpTask::setErrorTableName)
                    .importOption());

    @UriParam(label = "import", enums = "true,on,false,off")
    private String fillMissingFields;

    @UriParam(label = "import", enums = "true,on,false,off")
    private String ignoreExtraData;

    @UriParam(label = "import", enums = "true,on,false,off")
    private String compatibleIllegalChars;

    @UriParam(label = "import")
    private String rejectLimit;

    @UriParam(label = "import")
    private String errorTableName;

    public String getFillMissingFields() {
        return fillMissingFields;
    }

    /**
     * When the last field of a row is missing in the data: true or on sets it to NULL, false or off writes an error to the
     * error table. The service takes false when it is not sent.
     */
    public void setFillMissingFields(String fillMissingFields) {
        this.fillMissingFields = fillMissingFields;
    }

    public String getIgnoreExtraData() {
        return ignoreExtraData;
    }

    /**
     * When a row of the data has more fields than the table has columns: true or on ignores the surplus, false or off is an
     * error. The service takes false when it is not sent.
     */
    public void setIgnoreExtraData(String ignoreExtraData) {
        this.ignoreExtraData = ignoreExtraData;
    }

    public String getCompatibleIllegalChars() {
        return compatibleIllegalChars;
    }

    /**
     * When the data holds invalid characters: true or on converts them and goes on, false or off reports an error and stops
     * the import. The service takes false when it is not sent.
     */
    public void setCompatibleIllegalChars(String compatibleIllegalChars) {
        this.compatibleIllegalChars = compatibleIllegalChars;
    }

    public String getRejectLimit() {
        return rejectLimit;
    }

    /**
     * How many errors in the data's format are tolerated by one import: a whole number from 0 on, or unlimited. The service
     * takes 0, which ends the import at the first error, when it is not sent.
     */
    public void setRejectLimit(String rejectLimit) {
        this.rejectLimit = rejectLimit;
    }

    public String getErrorTableName() {
        return errorTableName;
    }

    /**
     * Name of the table that records errors in the data's format.
     */
    public void setErrorTableName(String errorTableName) {
        this.errorTableName = errorTableName;
    }
}
