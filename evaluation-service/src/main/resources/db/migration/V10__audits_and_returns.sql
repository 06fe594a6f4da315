-- A share of the images that people are asked about is drawn at random.
alter table label_candidate drop constraint label_candidate_why_check;
alter table label_candidate add constraint label_candidate_why_check
    check (why in ('uncertain', 'disagreed on', 'different', 'drawn at random'));

-- What was drawn, and what the model said of it. Rows are only ever added: an image that leaves the queue without a label was drawn
-- all the same.
create table audit_draw (
    topic           text             not null,
    topic_partition int              not null,
    batch_offset    bigint           not null,
    image           int              not null check (image >= 0),
    line            text             not null,
    model_version   text             not null references evaluation,
    predicted_class int              not null check (predicted_class >= 0),
    -- of each image of its window to be drawn
    probability     double precision not null check (probability > 0 and probability <= 1),
    drawn_at        timestamptz      not null,
    primary key (topic, topic_partition, batch_offset, image)
);
create index audit_draw_by_line on audit_draw (line, model_version, drawn_at);

-- Whether the candidate is an earlier champion of the line, for which no job was asked.
alter table cycle add column returned boolean not null default false;

-- The kind of look that the interval had to be widened for most.
alter table drift_window add column estimate_worst_family text;
alter table window_score add column estimate_worst_family text;
