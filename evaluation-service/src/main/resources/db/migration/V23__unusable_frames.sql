-- Frames that no model predicts and nothing learns from, of lines with and without a champion.
create table unusable_frame (
    topic           text             not null,
    topic_partition int              not null,
    batch_offset    bigint           not null,
    image           int              not null check (image >= 0),
    line            text             not null,
    frame_check     text             not null,
    -- value of the check's measure, and the limit that it reached
    measured        double precision not null,
    measure_limit   double precision not null,
    part_id         text,
    file_name       text,
    captured_at     timestamptz      not null,
    found_at        timestamptz      not null,
    primary key (topic, topic_partition, batch_offset, image)
);
create index unusable_frame_by_line on unusable_frame (line, found_at desc);
create index unusable_frame_by_age on unusable_frame (found_at);

-- Lines whose camera sends too many of them now.
create table camera_fault (
    line        text        primary key,
    frame_check text        not null,
    since       timestamptz not null,
    frames      bigint      not null check (frames > 0)
);

-- How many images of the batch are unusable; they count for no class.
alter table batch_prediction add column unusable int not null default 0;
-- Why the part's image is unusable; null where it is not, and then the class says something.
alter table part_prediction add column unusable text;
-- Checks of frames that the line does without.
alter table line_settings add column checks_off text[] not null default '{}';
