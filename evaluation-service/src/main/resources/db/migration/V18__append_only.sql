-- The last entry of which the audit's topic was told.
alter table audit_head add column told bigint not null default 0;

-- The head only ever moves to the next entry, which must be there.
create function refuse_other_head() returns trigger language plpgsql as $$
begin
    if new.sequence = old.sequence and new.hash = old.hash and new.told between old.told and new.sequence then
        return new;
    end if;
    if new.sequence = old.sequence + 1 and new.told = old.told
            and exists (select from audit_entry where sequence = new.sequence and hash = new.hash) then
        return new;
    end if;
    raise exception 'The head of the audit only ever moves to the next entry';
end $$;
create trigger audit_head_moves_on before update on audit_head for each row execute function refuse_other_head();
create trigger audit_head_stays before insert or delete or truncate on audit_head
    for each statement execute function refuse_change_of_history();

-- What was drawn for labels at random, and what a line was registered with, are answers to auditors as well.
create trigger audit_draw_is_append_only before update or delete or truncate on audit_draw
    for each statement execute function refuse_change_of_history();
create trigger line_registration_is_append_only before update or delete or truncate on line_registration
    for each statement execute function refuse_change_of_history();
