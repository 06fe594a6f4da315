-- Runs after every migration. It says what two roles may do where a database has them: crossline_write, as which the service works, and
-- crossline_read. The tables belong to whoever migrates. A database without these roles has one user for everything.
do $$
declare
    -- rows of history are only ever added; the triggers refuse the rest to the owner as well
    history constant text[] := array['audit_entry', 'audit_head', 'audit_draw', 'promotion', 'line_registration'];
    each text;
begin
    for each in select tablename from pg_tables
            where schemaname = current_schema() and tablename <> 'flyway_schema_history' loop
        if exists (select from pg_roles where rolname = 'crossline_write') then
            execute format('revoke all on %I from crossline_write', each);
            execute format('grant select, insert on %I to crossline_write', each);
            if each <> all (history) then
                execute format('grant update, delete on %I to crossline_write', each);
            end if;
        end if;
        if exists (select from pg_roles where rolname = 'crossline_read') then
            execute format('revoke all on %I from crossline_read', each);
            execute format('grant select on %I to crossline_read', each);
        end if;
    end loop;
    if exists (select from pg_roles where rolname = 'crossline_write') then
        -- the head moves on, and a draw's topic gets another name when the topic is made anew
        revoke insert on audit_head from crossline_write;
        grant update on audit_head to crossline_write;
        grant update (topic) on audit_draw to crossline_write;
    end if;
end $$;
