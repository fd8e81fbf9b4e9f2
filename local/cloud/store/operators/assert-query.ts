/** Refuses a query that the database would refuse; the store converts the error into the platform's. */
export function assertQuery(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(why);
}
