/** Refuses a query that the database would refuse; the store makes the platform's error of it. */
export function assertQuery(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(why);
}
