import {
  deriveQueueFields,
  escalationOf,
} from '../../../../../cloudfunctions/approvals/domain/request/next-revision';
import type { RequestDocument } from '../../../../../cloudfunctions/approvals/domain/request/request';
import { hoursLater, requestOf, SENT } from '../../support/request-document';

const queue = (more: Partial<RequestDocument>) => deriveQueueFields(requestOf(more), SENT);

test.each<[string, Partial<RequestDocument>, string | null]>([
  ['rejected', { state: 'rejected' }, 'me'],
  ['returned', { state: 'returned' }, 'me'],
  ['pending', { state: 'pending' }, null],
  ['approved', { state: 'approved' }, null],
  ['withdrawn', { state: 'withdrawn' }, null],
  ['a refused cancellation, which has no form,', { state: 'rejected', cancels: 'R0' }, null],
])('%s comes back to the applicant to be changed, or does not', (_, more, expected) => {
  expect(queue(more).returnedTo).toBe(expected);
});

test('whoever has to decide is waited for only while it is pending and has a step', () => {
  expect(queue({})).toMatchObject({ waitingFor: ['a'], dueAt: hoursLater(24) });
  expect(queue({ state: 'approved' })).toMatchObject({ waitingFor: [], dueAt: null });
  expect(queue({ at: 9 })).toMatchObject({ waitingFor: [], dueAt: null });
});

describe('when the managers of the approvers are asked as well', () => {
  const flow = (escalateAfterHours: number) => ({ steps: [], cc: [], escalateAfterHours });
  const entry = (hours: number, more: object = {}) =>
    ({
      verb: 'escalate',
      byId: null,
      byName: '',
      byNameEn: '',
      at: hoursLater(hours),
      rev: 1,
      ...more,
    }) as const;
  const at = (...timeline: ReturnType<typeof entry>[]) =>
    escalationOf(requestOf({ flow: flow(5), timeline: timeline as RequestDocument['timeline'] }));

  test('so many hours after the step opened, or after the last time', () => {
    expect(at()).toBe(hoursLater(5));
    expect(at(entry(5), entry(10))).toBe(hoursLater(15));
  });
  test('whoever took the place of somebody who left does not count as the last time, nor does a reminder', () => {
    expect(at(entry(3, { note: 'left' }))).toBe(hoursLater(5));
    expect(at(entry(3, { verb: 'urge' }))).toBe(hoursLater(5));
  });
  test('never where the flow says so, and never without a step', () => {
    expect(escalationOf(requestOf())).toBeNull();
    expect(escalationOf(requestOf({ flow: flow(5), at: 9 }))).toBeNull();
  });
});
