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
import static io.github.disdump.camel.model.FieldRule.notStartingWith;
import static io.github.disdump.camel.model.FieldRule.range;

/**
 * A dump task that writes the data of a DIS stream to a table of Data Warehouse Service (DWS): the
 * <code>dws_destination_descriptor</code> of the request. It serves as the endpoint's options, as a message body and as the
 * one place of each field's names, rule and description. The source of every rule is table 4 or 5 of the API page "Adding
 * DWS Dump Tasks" of 2024-10-21.
 * <p>
 * The class is long because a field is declared whole: its header, its row in the table, its option and its accessors.
 */
@UriParams
public final class DwsDumpTask extends FaultTolerantDumpTask {

    /** Headers that set the fields of this class, each before body and option. */
    public interface Headers extends FaultTolerantDumpTask.Headers {

        @Metadata(label = "dws", description = "Overrides the option dwsClusterName", javaType = "String")
        String DWS_CLUSTER_NAME = "CamelDisDumpDwsClusterName";

        @Metadata(label = "dws", description = "Overrides the option dwsClusterId", javaType = "String")
        String DWS_CLUSTER_ID = "CamelDisDumpDwsClusterId";

        @Metadata(label = "dws", description = "Overrides the option dwsDatabaseName", javaType = "String")
        String DWS_DATABASE_NAME = "CamelDisDumpDwsDatabaseName";

        @Metadata(label = "dws", description = "Overrides the option dwsSchema", javaType = "String")
        String DWS_SCHEMA = "CamelDisDumpDwsSchema";

        @Metadata(label = "dws", description = "Overrides the option dwsTableName", javaType = "String")
        String DWS_TABLE_NAME = "CamelDisDumpDwsTableName";

        @Metadata(label = "dws", description = "Overrides the option dwsDelimiter", javaType = "String")
        String DWS_DELIMITER = "CamelDisDumpDwsDelimiter";

        @Metadata(label = "dws", description = "Overrides the option dwsTableColumns", javaType = "String")
        String DWS_TABLE_COLUMNS = "CamelDisDumpDwsTableColumns";

        @Metadata(label = "security", description = "Overrides the option userName", javaType = "String")
        String USER_NAME = "CamelDisDumpUserName";

        @Metadata(
                label = "security",
                description = "Overrides the option userPassword",
                javaType = "String",
                secret = true)
        String USER_PASSWORD = "CamelDisDumpUserPassword";

        @Metadata(label = "security", description = "Overrides the option kmsUserKeyName", javaType = "String")
        String KMS_USER_KEY_NAME = "CamelDisDumpKmsUserKeyName";

        @Metadata(label = "security", description = "Overrides the option kmsUserKeyId", javaType = "String")
        String KMS_USER_KEY_ID = "CamelDisDumpKmsUserKeyId";

        @Metadata(label = "dws", description = "Overrides the option obsBucketPath", javaType = "String")
        String OBS_BUCKET_PATH = "CamelDisDumpObsBucketPath";

        @Metadata(label = "dws", description = "Overrides the option filePrefix", javaType = "String")
        String FILE_PREFIX = "CamelDisDumpFilePrefix";

        @Metadata(label = "dws", description = "Overrides the option retryDuration", javaType = "Integer")
        String RETRY_DURATION = "CamelDisDumpRetryDuration";
    }

    /** The API's own example sends an empty one, against its table. */
    private static final List<String> DELIMITERS = List.of(",", ";", "|", "");

    /** What sets a DWS task apart, and all its fields: tables 4 and 5. */
    public static final DumpTaskType<DwsDumpTask> TYPE = DumpTaskType.of(
                    "DWS", "dws_destination_descriptor", DwsDumpTask::new)
            .with(DumpTask.FIELDS)
            .with(List.of(
                    TaskField.text("dws_cluster_name", DwsDumpTask::getDwsClusterName, DwsDumpTask::setDwsClusterName)
                            .mandatory()
                            .rule(notBlank()),
                    TaskField.text("dws_cluster_id", DwsDumpTask::getDwsClusterId, DwsDumpTask::setDwsClusterId)
                            .mandatory()
                            .rule(notBlank()),
                    TaskField.text(
                                    "dws_database_name",
                                    DwsDumpTask::getDwsDatabaseName,
                                    DwsDumpTask::setDwsDatabaseName)
                            .mandatory()
                            .rule(notBlank()),
                    TaskField.text("dws_schema", DwsDumpTask::getDwsSchema, DwsDumpTask::setDwsSchema)
                            .mandatory()
                            .rule(notBlank()),
                    TaskField.text("dws_table_name", DwsDumpTask::getDwsTableName, DwsDumpTask::setDwsTableName)
                            .mandatory()
                            .rule(notBlank()),
                    TaskField.text("dws_delimiter", DwsDumpTask::getDwsDelimiter, DwsDumpTask::setDwsDelimiter)
                            .mandatory()
                            .rule(value -> DELIMITERS.contains(value)
                                    ? null
                                    : "must be a comma, a semicolon or a vertical bar")
                            .dubious(
                                    "",
                                    "is empty, as in the API's example; its table asks for a comma, a semicolon or a vertical bar"),
                    TaskField.text(
                            "dws_table_columns", DwsDumpTask::getDwsTableColumns, DwsDumpTask::setDwsTableColumns),
                    TaskField.text("user_name", DwsDumpTask::getUserName, DwsDumpTask::setUserName)
                            .mandatory()
                            .rule(notBlank()),
                    TaskField.text("user_password", DwsDumpTask::getUserPassword, DwsDumpTask::setUserPassword)
                            .mandatory()
                            .secret()
                            .rule(notBlank()),
                    TaskField.text("kms_user_key_name", DwsDumpTask::getKmsUserKeyName, DwsDumpTask::setKmsUserKeyName)
                            .mandatory()
                            .rule(notBlank()),
                    TaskField.text("kms_user_key_id", DwsDumpTask::getKmsUserKeyId, DwsDumpTask::setKmsUserKeyId)
                            .mandatory()
                            .rule(notBlank()),
                    TaskField.text("obs_bucket_path", DwsDumpTask::getObsBucketPath, DwsDumpTask::setObsBucketPath)
                            .mandatory()
                            .rule(notBlank()),
                    TaskField.text("file_prefix", DwsDumpTask::getFilePrefix, DwsDumpTask::setFilePrefix)
                            .rule(notStartingWith("/", "must not start with a slash"))
                            .rule(characters(
                                    c -> isLetterOrDigit(c) || c == '_' || c == '/',
                                    "must consist of letters, digits, underscores and slashes"))
                            .rule(maxLength(50)),
                    TaskField.number(
                                    "retry_duration",
                                    FieldForm.NUMBER_AS_TEXT,
                                    DwsDumpTask::getRetryDuration,
                                    DwsDumpTask::setRetryDuration)
                            .serviceDefault("1800")
                            .rule(range(0, 7200, "seconds"))))
            .with(FaultTolerantDumpTask.FIELDS)
            .build();

    @UriParam(displayName = "DWS Cluster Name", label = "dws")
    private String dwsClusterName;

    @UriParam(displayName = "DWS Cluster Id", label = "dws")
    private String dwsClusterId;

    @UriParam(displayName = "DWS Database Name", label = "dws")
    private String dwsDatabaseName;

    @UriParam(displayName = "DWS Schema", label = "dws")
    private String dwsSchema;

    @UriParam(displayName = "DWS Table Name", label = "dws")
    private String dwsTableName;

    @UriParam(displayName = "DWS Delimiter", label = "dws")
    private String dwsDelimiter;

    @UriParam(displayName = "DWS Table Columns", label = "dws")
    private String dwsTableColumns;

    @UriParam(label = "security")
    private String userName;

    @UriParam(label = "security")
    @Metadata(secret = true)
    private String userPassword;

    @UriParam(displayName = "KMS User Key Name", label = "security")
    private String kmsUserKeyName;

    @UriParam(displayName = "KMS User Key Id", label = "security")
    private String kmsUserKeyId;

    @UriParam(displayName = "OBS Bucket Path", label = "dws")
    private String obsBucketPath;

    @UriParam(label = "dws")
    private String filePrefix;

    @UriParam(label = "dws")
    private Integer retryDuration;

    public String getDwsClusterName() {
        return dwsClusterName;
    }

    /**
     * Name of the DWS cluster that stores the data. It must be that of dwsClusterId. The API needs it.
     */
    public void setDwsClusterName(String dwsClusterName) {
        this.dwsClusterName = dwsClusterName;
    }

    public String getDwsClusterId() {
        return dwsClusterId;
    }

    /**
     * Id of the DWS cluster that stores the data. The API needs it.
     */
    public void setDwsClusterId(String dwsClusterId) {
        this.dwsClusterId = dwsClusterId;
    }

    public String getDwsDatabaseName() {
        return dwsDatabaseName;
    }

    /**
     * Name of the DWS database that stores the data. The API needs it.
     */
    public void setDwsDatabaseName(String dwsDatabaseName) {
        this.dwsDatabaseName = dwsDatabaseName;
    }

    public String getDwsSchema() {
        return dwsSchema;
    }

    /**
     * Schema of the DWS database to which the data goes. The API needs it.
     */
    public void setDwsSchema(String dwsSchema) {
        this.dwsSchema = dwsSchema;
    }

    public String getDwsTableName() {
        return dwsTableName;
    }

    /**
     * Name of the DWS table that stores the data. The API needs it.
     */
    public void setDwsTableName(String dwsTableName) {
        this.dwsTableName = dwsTableName;
    }

    public String getDwsDelimiter() {
        return dwsDelimiter;
    }

    /**
     * Character between the columns of the data: a comma, a semicolon or a vertical bar. The API needs it. An empty
     * one is sent as it is, with a warning in the log, because the API's own example has it.
     */
    public void setDwsDelimiter(String dwsDelimiter) {
        this.dwsDelimiter = dwsDelimiter;
    }

    public String getDwsTableColumns() {
        return dwsTableColumns;
    }

    /**
     * Columns of the table to fill, separated by commas, such as c1,c2. All columns if empty or not sent.
     */
    public void setDwsTableColumns(String dwsTableColumns) {
        this.dwsTableColumns = dwsTableColumns;
    }

    public String getUserName() {
        return userName;
    }

    /**
     * User of the DWS database. The API needs it.
     */
    public void setUserName(String userName) {
        this.userName = userName;
    }

    public String getUserPassword() {
        return userPassword;
    }

    /**
     * Password of the DWS database's user. The API needs it. It goes to the service in the body of the request, over
     * TLS.
     */
    public void setUserPassword(String userPassword) {
        this.userPassword = userPassword;
    }

    public String getKmsUserKeyName() {
        return kmsUserKeyName;
    }

    /**
     * Name of the KMS key that encrypts the password of the DWS database. The API needs it.
     */
    public void setKmsUserKeyName(String kmsUserKeyName) {
        this.kmsUserKeyName = kmsUserKeyName;
    }

    public String getKmsUserKeyId() {
        return kmsUserKeyId;
    }

    /**
     * Id of the KMS key that encrypts the password of the DWS database. The API needs it.
     */
    public void setKmsUserKeyId(String kmsUserKeyId) {
        this.kmsUserKeyId = kmsUserKeyId;
    }

    public String getObsBucketPath() {
        return obsBucketPath;
    }

    /**
     * Name of the OBS bucket in which data is staged. The API needs it.
     */
    public void setObsBucketPath(String obsBucketPath) {
        this.obsBucketPath = obsBucketPath;
    }

    public String getFilePrefix() {
        return filePrefix;
    }

    /**
     * Directory in the OBS bucket in which data is staged, at most 50 letters, digits, underscores and slashes;
     * slashes separate levels and none may stand at the start. Empty by default.
     */
    public void setFilePrefix(String filePrefix) {
        this.filePrefix = filePrefix;
    }

    public Integer getRetryDuration() {
        return retryDuration;
    }

    /**
     * Seconds for which a failed dump to DWS is tried again, 0 to 7200; then the data goes to the folder
     * filePrefix/dws_error of the bucket. The service takes 1800 when it is not sent.
     */
    public void setRetryDuration(Integer retryDuration) {
        this.retryDuration = retryDuration;
    }

    @Override
    public String toString() {
        return TYPE.describe(this);
    }
}
