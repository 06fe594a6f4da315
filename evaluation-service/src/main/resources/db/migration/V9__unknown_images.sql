-- Indexes of the batch's images that were marked as unknown; null where that was not looked for.
alter table batch_prediction add column unknown_images int[];

-- Images that are unlike all known ones of their line. One waits for a name while given_label has none of it.
create table unknown_image (
    topic           text             not null,
    topic_partition int              not null,
    batch_offset    bigint           not null,
    image           int              not null check (image >= 0),
    line            text             not null,
    -- the model that served the line then
    model_version   text             not null references evaluation,
    -- the class that the model would have named
    guess           text             not null,
    confidence      double precision not null check (confidence between 0 and 1),
    p_value         double precision not null check (p_value between 0 and 1),
    -- in the model's space of distances
    position        real[]           not null,
    -- from the known images there
    distance        double precision not null check (distance >= 0),
    found_at        timestamptz      not null,
    primary key (topic, topic_partition, batch_offset, image)
);
create index unknown_image_by_line on unknown_image (line, found_at desc);
