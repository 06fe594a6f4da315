-- One row a window of a line's images, as its serving model saw it.
create table drift_window (
    topic             text             not null,
    topic_partition   int              not null,
    last_offset       bigint           not null,
    model_version     text             not null references evaluation,
    line              text             not null,
    images            int              not null,
    drifted           boolean          not null,
    drifted_in_a_row  int              not null,
    confirmed         boolean          not null,
    class_mix_changed boolean          not null,
    p_values          jsonb            not null,
    means_before      jsonb            not null,
    means_now         jsonb            not null,
    diagnosis         text             not null,
    -- of the model's accuracy on the window; null where the model has no labelled images to go by
    estimated_accuracy double precision check (estimated_accuracy between 0 and 1),
    estimate_low      double precision,
    estimate_high     double precision,
    -- counted, null where the window came without labels
    true_accuracy     double precision check (true_accuracy between 0 and 1),
    at                timestamptz      not null,
    -- a batch may complete more windows than one
    window_number     int              not null,
    primary key (topic, topic_partition, last_offset, window_number, model_version)
);
create index drift_window_by_line on drift_window (line, at desc);
