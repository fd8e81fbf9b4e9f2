/**
 * How much one person may do, in one place. None of it is reached by hand; it is there for a client that is broken or
 * malicious, whose owner alone it slows down.
 */
export const LIMITS = {
  /**
   * Calls a minute, all actions together, also the most at once. Counted in the memory of one instance of one function,
   * so it costs nothing; several instances allow as many times more. See the variable CALLS_PER_MINUTE.
   */
  callsPerMinute: 240,
  /**
   * Requests sent a day, in the company's time zone. Exact but for what is sent at the same moment: they are counted in
   * the database once an instance has seen `sendingsUncounted` of them.
   */
  sendingsPerDay: 100,
  sendingsUncounted: 20,
  /**
   * Uploaded files of forms and receipts a day. Those looked at are counted together, in the memory of one instance;
   * copies of papers and of receipts each in the database, once an instance has seen `uploadsUncounted` files.
   */
  uploadsPerDay: 200,
  uploadsUncounted: 20,
  /**
   * Punches by beacon or network a day that named none of the person's sites; exact but for those made at the same
   * moment. From `triesFlagged` on HR sees them among the punches to review.
   */
  triesPerDay: 10,
  triesFlagged: 5,
} as const;
