-- Other services are told who owns a contributor by events of its own, and no longer by each of its images.
alter table contributor add column version bigint not null default 1;

insert into outbox (event_id, topic, msg_key, type, payload, created_at)
select gen_random_uuid(), 'contributors', c.id::text, 'contributor-created',
  jsonb_build_object('id', c.id, 'version', c.version, 'owners',
    array(select o.user_id from contributor_owner o where o.contributor = c.id order by 1))::text,
  now()
from contributor c order by c.id;

delete from job where queue = 'owner-changes';
drop table owner_change;
