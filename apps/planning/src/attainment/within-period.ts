/** SQL: a day on which something came of the plan `p` counts, in its period and up to the day $3. */
export const withinPeriod = (day: string): string => `${day} between p.starts_on and least(p.ends_on, $3::date)`;
