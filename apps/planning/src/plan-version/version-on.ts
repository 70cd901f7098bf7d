/**
 * SQL for the id of the version of the plan that counts at the end of a day: of those in force by then the last; before the plan came in force its
 * first version, and of a plan that never was in force the one that counts.
 * @param plan the plan's alias
 * @param day SQL for the day
 * @param zone SQL for the tenant's time zone
 */
export const versionOn = (plan: string, day: string, zone: string): string => `(
    select v.id from plan_version v
    cross join lateral (select coalesce((v.in_force_at at time zone ${zone})::date <= ${day}, false) as begun) b
    where v.tenant_id = ${plan}.tenant_id and v.plan_id = ${plan}.id
      and (v.in_force_at is not null or v.id = ${plan}.current_version_id)
    order by b.begun desc, v.in_force_at is null, case when b.begun then -v.number else v.number end
    limit 1)`;
