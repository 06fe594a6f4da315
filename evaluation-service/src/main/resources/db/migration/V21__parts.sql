-- What the serving model said of each part that has an id. Parts without one are in batch_prediction alone.
create table part_prediction (
    topic text not null,
    topic_partition int not null,
    batch_offset bigint not null,
    image int not null,
    line text not null,
    part_id text not null,
    file_name text,
    predicted_class text not null,
    probability double precision not null,
    unknown boolean not null,
    model_version text not null,
    captured_at timestamptz not null,
    predicted_at timestamptz not null,
    primary key (topic, topic_partition, batch_offset, image)
);
create index part_prediction_by_part on part_prediction (line, part_id, predicted_at desc);
create index part_prediction_by_age on part_prediction (predicted_at);
