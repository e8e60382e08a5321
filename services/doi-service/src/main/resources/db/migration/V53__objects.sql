-- Which of our objects are in use: supplements of DOIs that are not public yet, all files of a release that is being made, and
-- those of a frozen one, unless its DOI was discarded.
create index doi_supplements on doi using gin (supplements jsonb_path_ops) where state in ('draft', 'publishing');
create index release_folder on release (replace(doi, '/', '-'));

create function object_in_use(bucket text, key text) returns boolean language sql stable as $$
  select case bucket
    when 'private' then exists (
      select from doi d where d.state in ('draft', 'publishing')
        and d.supplements @> jsonb_build_array(jsonb_build_object('key', $2)))
    else exists (
      select from release r where replace(r.doi, '/', '-') = split_part($2, '/', 2) and case r.state
        when 'frozen' then r.files::jsonb @> jsonb_build_array(jsonb_build_object('key', $2))
          and not exists (select from doi d where d.doi = r.doi and d.state = 'discarded')
        when 'ended' then false
        else true end)
  end
$$;
