-- Tells every instance which accessions of a cohort changed, "cohort 7: 12 13", some hundreds at a time: a notification has
-- less than 8,000 bytes.
create function tell_accessions() returns trigger language plpgsql as $$
begin
  perform pg_notify('live', 'cohort ' || cohort || ': ' || string_agg(id::text, ' '))
    from (select cohort, id, (row_number() over (partition by cohort order by id) - 1) / 300 as piece from changed) c
    group by cohort, piece;
  return null;
end $$;
create trigger accessions_arrive after insert on accession
  referencing new table as changed for each statement execute function tell_accessions();

-- A lease is no news: what is shown has another version.
create function tell_changed_accessions() returns trigger language plpgsql as $$
begin
  perform pg_notify('live', 'cohort ' || cohort || ': ' || string_agg(id::text, ' '))
    from (select n.cohort, n.id, (row_number() over (partition by n.cohort order by n.id) - 1) / 300 as piece
      from changed n join before b on b.id = n.id and b.version <> n.version) c
    group by cohort, piece;
  return null;
end $$;
create trigger accessions_change after update on accession
  referencing old table as before new table as changed for each statement execute function tell_changed_accessions();
