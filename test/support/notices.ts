/** What a person has read, and may still be sent. */
export const inboxOf = (employeeId: string, credits: { result: number; waiting: number }) => ({
  _id: employeeId,
  readUntil: 0,
  credits,
  consents: [],
  sent: [],
  rev: 1,
});

/** A decision that people are told of, in the outbox. */
export const messageTo = (
  to: readonly string[],
  id: string,
  at: number,
  more: Record<string, unknown> = {},
) => ({
  _id: id,
  event: 'request.approved',
  to,
  data: { type: { 'zh-CN': '请假', en: 'Leave' }, title: { 'zh-CN': '年假', en: 'Annual leave' } },
  aboutId: 'R1',
  at,
  template: 'result',
  delivery: 'due',
  ...more,
});
