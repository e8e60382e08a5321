package org.dermarium.work;

/**
 * The statements of {@link WorkQueue}. What changes several jobs locks them in order of their keys before, so that two
 * statements never wait for each other.
 */
final class JobSql {

    private static final String OWN = """
            (select key from job where queue = :queue and key = any(:keys) and holder = :holder order by key for update)""";

    static final String ADD = """
            with added as (
              insert into job as j (queue, key, due_at, waits_since, traceparent)
              select :queue, key, now() + make_interval(secs => :pause), now() + make_interval(secs => :pause), :trace
              from (select distinct key from unnest(:keys::text[]) as given(key)) as wanted order by key
              on conflict (queue, key) do update set woken = j.woken + 1, due_at = least(j.due_at, excluded.due_at),
                takes = case when j.aside_at is null then j.takes else 0 end,
                failures = case when j.aside_at is null and not :afresh then j.failures else 0 end,
                waits_since = case when j.aside_at is null then j.waits_since else excluded.waits_since end,
                problem = case when j.aside_at is null and not :afresh then j.problem end,
                traceparent = coalesce(j.traceparent, excluded.traceparent), aside_at = null
              returning key)
            select count(*) as added, pg_notify('job', :queue)::text from added""";

    static final String WAKE = """
            with woken as (
              update job set due_at = least(due_at, now()), woken = woken + 1
              where queue = :queue and aside_at is null
                and key = any(array(select key from job where queue = :queue and key = any(:keys) order by key for update))
              returning key)
            select count(*) as added, pg_notify('job', :queue)::text from woken""";

    /** A job whose taker has died is taken alone, so that it cannot take others down with it. */
    static final String TAKE = """
            with orphan as (
              select key from job
              where queue = :queue and takes > 0 and aside_at is null and due_at <= now()
                and (held_until is null or held_until <= now())
              order by due_at limit 1 for update skip locked),
            fresh as (
              select key from job
              where queue = :queue and takes = 0 and aside_at is null and due_at <= now()
                and not exists (select from orphan)
              order by due_at limit :most for update skip locked)
            update job set holder = :holder, held_until = now() + make_interval(secs => :lease), takes = takes + 1
            where queue = :queue and key = any(array(select key from orphan union all select key from fresh))
            returning key, woken, failures, takes, traceparent""";

    static final String HELD = """
            select j.key from job j join unnest(:keys::text[]) as n(key) on j.key = n.key
            where j.queue = :queue and j.holder = :holder""";

    static final String LOCK_HELD = HELD + " order by j.key for update of j";

    static final String FORGET = """
            delete from job j using unnest(:keys::text[], :woken::bigint[]) as n(key, woken)
            where j.queue = :queue and j.key = n.key and j.holder = :holder and j.woken = n.woken
              and j.key = any(array""" + OWN + ")";

    static final String LET_GO = """
            update job j set holder = null, held_until = null, takes = 0, problem = :problem,
              failures = case :counted when 'reset' then 0 when 'add' then j.failures + 1 else j.failures end,
              waits_since = case when :counted = 'reset' then now() else j.waits_since end,
              aside_at = case when :aside and j.woken = n.woken then now() end,
              due_at = case when j.woken = n.woken then now() + make_interval(secs => :pause) else now() end
            from unnest(:keys::text[], :woken::bigint[]) as n(key, woken)
            where j.queue = :queue and j.key = n.key and j.holder = :holder
              and j.key = any(array""" + OWN + ")";

    static final String PUT_BACK = """
            update job set holder = null, held_until = null, takes = takes - 1
            where queue = :queue and holder = :holder and key = any(array""" + OWN + ")";

    static final String NEXT = """
            select coalesce(extract(epoch from least(
                (select min(due_at) from job where queue = :queue and takes = 0 and aside_at is null),
                (select min(greatest(due_at, coalesce(held_until, due_at))) from job
                  where queue = :queue and takes > 0 and aside_at is null)) - now()), :most)::float8 as seconds""";

    static final String BACKLOG = """
            select count(*) filter (where aside_at is null and due_at <= now()) as waiting,
              count(*) filter (where aside_at is not null) as aside,
              coalesce(extract(epoch from now() - min(waits_since) filter (where aside_at is null)), 0)::float8 as oldest
            from job where queue = :queue""";

    static final String HOLD = """
            update job set held_until = now() + make_interval(secs => :lease)
            where queue = :queue and key = any(array(
                select key from job where queue = :queue and takes > 0 and holder = any(:holders) order by key for update))
              and holder = any(:holders)
            returning holder""";

    static final String REMOVE = "delete from job where queue = :queue and key = :key";

    private JobSql() {}
}
