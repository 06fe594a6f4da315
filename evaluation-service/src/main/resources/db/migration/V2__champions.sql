-- Which model served a line when: the newest row of a line is its champion. Rows are only ever added.
create table promotion (
    promotion_id   bigint generated always as identity primary key,
    line           text        not null,
    model_version  text        not null references evaluation,
    previous_model text        references evaluation,
    promoted_by    text        not null,
    reason         text        not null,
    promoted_at    timestamptz not null
);
create index promotion_by_line on promotion (line, promotion_id desc);

-- One row a captured batch and model, however often the batch is delivered.
create table batch_prediction (
    topic           text             not null,
    topic_partition int              not null,
    batch_offset    bigint           not null,
    model_version   text             not null references evaluation,
    line            text             not null,
    dataset         text             not null,
    split           text             not null,
    images          int              not null check (images > 0),
    class_names     text[]           not null,
    class_counts    int[]            not null,
    mean_confidence double precision not null check (mean_confidence between 0 and 1),
    -- right answers, null where the batch came without labels
    correct         int              check (correct between 0 and images),
    captured_at     timestamptz      not null,
    predicted_at    timestamptz      not null,
    primary key (topic, topic_partition, batch_offset, model_version)
);
create index batch_prediction_by_line on batch_prediction (line, predicted_at desc);
