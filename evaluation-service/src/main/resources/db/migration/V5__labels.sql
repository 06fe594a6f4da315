-- Images that are worth a label. One waits while given_label has none of it; those that got one stay, so that what is like them
-- is not asked about again.
create table label_candidate (
    topic           text             not null,
    topic_partition int              not null,
    batch_offset    bigint           not null,
    image           int              not null check (image >= 0),
    line            text             not null,
    model_version   text             not null references evaluation,
    predicted_class int              not null check (predicted_class >= 0),
    confidence      double precision not null check (confidence between 0 and 1),
    why             text             not null check (why in ('uncertain', 'disagreed on', 'different')),
    -- 0 for the most useful image of its window
    rank            int              not null check (rank >= 0),
    -- of the model that predicted it
    features        real[]           not null,
    chosen_at       timestamptz      not null,
    primary key (topic, topic_partition, batch_offset, image)
);
create index label_candidate_by_line on label_candidate (line, chosen_at desc);

-- What people say an image shows: one label an image, whoever gave it. An image need not have been a candidate.
create table given_label (
    topic           text        not null,
    topic_partition int         not null,
    batch_offset    bigint      not null,
    image           int         not null check (image >= 0),
    line            text        not null,
    class_name      text        not null,
    given_by        text        not null,
    given_at        timestamptz not null,
    primary key (topic, topic_partition, batch_offset, image)
);
create index given_label_by_line on given_label (line, given_at desc);
