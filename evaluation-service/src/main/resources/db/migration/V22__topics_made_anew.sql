-- Of which topic the places of captured images are: Kafka gives a topic that is made anew under the same name another id.
create table captured_topic (
    topic    text primary key,
    topic_id text not null
);

-- Places of the earlier topic get its id into their topic's name, so that they are none of the new one. A score follows its window.
do $$
declare
    reference text;
begin
    select conname into reference from pg_constraint
        where conrelid = 'window_score'::regclass and confrelid = 'drift_window'::regclass;
    execute format('alter table window_score drop constraint %I', reference);
end $$;
alter table window_score add constraint window_score_of_window
    foreign key (topic, topic_partition, last_offset, window_number, champion)
    references drift_window (topic, topic_partition, last_offset, window_number, model_version)
    on update cascade on delete cascade;

-- That is the only change that a draw may see.
create function refuse_other_draw() returns trigger language plpgsql as $$
declare
    topic_then text := new.topic;
begin
    new.topic := old.topic;
    if new is distinct from old or topic_then not like old.topic || '@_%' or old.topic like '%@%' then
        raise exception 'Rows of % are only ever added', tg_table_name;
    end if;
    new.topic := topic_then;
    return new;
end $$;
drop trigger audit_draw_is_append_only on audit_draw;
create trigger audit_draw_is_append_only before delete or truncate on audit_draw
    for each statement execute function refuse_change_of_history();
create trigger audit_draw_keeps_its_facts before update on audit_draw
    for each row execute function refuse_other_draw();
