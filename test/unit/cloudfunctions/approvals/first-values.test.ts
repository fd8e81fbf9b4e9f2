import { firstValues } from '../../../../cloudfunctions/approvals/domain/first-values';
import { sortedByUse } from '../../../../cloudfunctions/leave/domain/sorted-by-use';
import { firstOvertime } from '../../../../cloudfunctions/overtime/domain/first-overtime';
import { day } from '../support/rules';

const label = { 'zh-CN': 'x', en: 'x' };
const field = (id: string, kind: string, more: object = {}) => ({ id, kind, label, required: true, ...more });
const balance = (id: string, used: number, left: number) => ({ type: { id }, used, held: 0, left }) as never;
const shift = { start: 540, end: 1_080 };
const plan = { today: shift, next: { day: day('2026-11-24'), hours: shift } };

test('a period begins with the next day of work', () => {
  const form = [field('leaveType', 'choice'), field('period', 'period'), field('reason', 'text')] as never;
  expect(firstValues(form, plan)).toEqual({
    period: { unit: 'day', from: '2026-11-24', to: '2026-11-24' },
  });
});

test('the first option of a choice that is required; nothing else is filled in', () => {
  const options = [{ id: 'a', label }];
  const form = [
    field('must', 'choice', { options }),
    field('may', 'choice', { options, required: false }),
    field('lines', 'table', { columns: [field('day', 'day')] }),
    field('who', 'person'),
  ] as never;
  expect(firstValues(form, plan)).toEqual({ must: 'a' });
});

test('overtime begins when the work of today ends, and at nine on a day off', () => {
  const on = (today: typeof shift | null) => firstOvertime({ ...plan, today }, day('2026-11-23'));
  expect(on(shift)).toEqual({ unit: 'hour', from: '2026-11-23', start: 1_080, end: 1_200 });
  expect(on(null)).toMatchObject({ start: 540, end: 660 });
  expect(on({ start: 1_320, end: 1_800 })).toMatchObject({ start: 360, end: 480 });
});

test('types of leave come by use, then by what is left', () => {
  const all = [balance('a', 0, 0), balance('b', 0, 480), balance('c', 960, 0), balance('d', 0, 0)];
  expect(sortedByUse(all).map(({ type }) => type.id)).toEqual(['c', 'b', 'a', 'd']);
});
