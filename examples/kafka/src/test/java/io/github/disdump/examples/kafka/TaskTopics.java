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
package io.github.disdump.examples.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of requests and one of dead letters, from the outside. */
final class TaskTopics implements AutoCloseable {

    private static final int PARTITIONS = 6;

    private final Admin admin;
    private final String address;
    private final String name;
    private final KafkaProducer<String, String> producer;

    TaskTopics(KafkaBroker broker, String name) throws Exception {
        this.admin = broker.admin();
        this.address = broker.address();
        this.name = name;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address), new StringSerializer(), new StringSerializer());
        admin.createTopics(List.of(
                        new NewTopic(requests(), PARTITIONS, (short) 1), new NewTopic(deadLetters(), 1, (short) 1)))
                .all()
                .get();
    }

    /** The properties that lead a replica here. */
    Map<String, String> properties() {
        return Map.of(
                "camel.component.kafka.brokers",
                address,
                "camel.component.kafka.group-id",
                name,
                "task-requests.topic",
                requests(),
                "task-requests.dead-letters",
                deadLetters());
    }

    private String requests() {
        return name + "-requests";
    }

    private String deadLetters() {
        return name + "-dead-letters";
    }

    /** Sends a request for a task, and returns its partition. */
    int request(String stream, String definition, Map<String, String> headers) throws Exception {
        ProducerRecord<String, String> request = new ProducerRecord<>(requests(), stream, definition);
        headers.forEach((name, value) -> request.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return producer.send(request).get().partition();
    }

    int request(String stream, String task) throws Exception {
        return request(stream, definition(task), Map.of());
    }

    static String definition(String task) {
        return "{\"task_name\": \"%s\", \"dws_table_name\": \"orders\"}".formatted(task);
    }

    /** The client id of the replica that has a partition. */
    String ownerOf(int partition) throws Exception {
        return admin.describeConsumerGroups(List.of(name)).all().get().get(name).members().stream()
                .filter(member ->
                        member.assignment().topicPartitions().contains(new TopicPartition(requests(), partition)))
                .map(MemberDescription::clientId)
                .findFirst()
                .orElseThrow();
    }

    /** How many replicas have a partition. */
    long replicasAtWork() throws Exception {
        return admin.describeConsumerGroups(List.of(name)).all().get().get(name).members().stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .count();
    }

    /** How many requests the group has not committed. */
    long lag() throws Exception {
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(requests(), partition))
                .toList();
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(name)
                .partitionsToOffsetAndMetadata()
                .get();
        long lag = 0;
        for (TopicPartition partition : partitions) {
            long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
            lag += end
                    - (committed.get(partition) == null
                            ? 0
                            : committed.get(partition).offset());
        }
        return lag;
    }

    /** All dead letters so far, in order. */
    List<ConsumerRecord<String, String>> readDeadLetters() throws Exception {
        TopicPartition partition = new TopicPartition(deadLetters(), 0);
        long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
        List<ConsumerRecord<String, String>> read = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
            }
        }
        return read;
    }

    static String header(ConsumerRecord<String, String> dead, String name) {
        Header header = dead.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
