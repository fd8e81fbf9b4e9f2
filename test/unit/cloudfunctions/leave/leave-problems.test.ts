import { emptyAccount } from '../../../../cloudfunctions/accounts/domain/account';
import {
  blockedProblem,
  limitProblem,
  unavailableProblem,
} from '../../../../cloudfunctions/leave/domain/leave-problems';
import type { LeaveRule, LeaveType } from '../../../../cloudfunctions/leave/domain/leave-type';
import { person } from '../support/requests';
import { day, words } from '../support/rules';
import { span } from '../support/spans';

const RULE = {
  sex: null,
  notInProbation: false,
  waitingMonths: 0,
  grant: null,
  mostPerRequest: null,
  mostPerYear: null,
  unit: 'day',
} as unknown as LeaveRule;
const TYPE = { _id: 'own', name: words('Own'), enabled: true, rules: [] } as LeaveType;

describe('leave that a person cannot take yet', () => {
  const refusal = (rule: Partial<LeaveRule>, more: Parameters<typeof person>[0], on: string) =>
    (
      unavailableProblem(TYPE, { ...RULE, ...rule }, person(more), day(on))?.data as
        | { rule?: string }
        | undefined
    )?.rule;
  const probation = { probationUntil: day('2026-06-30') };
  test.each<[string, Partial<LeaveRule>, Parameters<typeof person>[0], string, string | undefined]>([
    ['on the last day of probation', { notInProbation: true }, probation, '2026-06-30', 'probation'],
    ['the day after probation', { notInProbation: true }, probation, '2026-07-01', undefined],
    ['in probation, where that does not matter', {}, probation, '2026-06-30', undefined],
    ['without probation', { notInProbation: true }, {}, '2026-06-30', undefined],
    [
      'a day before three months',
      { waitingMonths: 3 },
      { hiredOn: day('2026-03-02') },
      '2026-06-01',
      'waiting',
    ],
    ['after three months', { waitingMonths: 3 }, { hiredOn: day('2026-03-02') }, '2026-06-02', undefined],
    ['a man, leave of women', { sex: 'female' }, { sex: 'male' }, '2026-06-02', 'sex'],
    ['whoever has not said, leave of women', { sex: 'female' }, {}, '2026-06-02', undefined],
    [
      'on the day of birth',
      { grant: { by: 'child' } as never },
      { childrenBornOn: [day('2026-06-02')] },
      '2026-06-02',
      undefined,
    ],
  ])('%s', (_, rule, more, on, expected) => {
    expect(refusal(rule, more, on)).toBe(expected);
  });
});

describe('days that the company keeps free of leave', () => {
  const counted = (...days: [string, number][]) =>
    ({ days: days.map(([on, minutes]) => ({ day: day(on), minutes })) }) as never;
  const blocked = [{ day: day('2026-11-24'), name: { 'zh-CN': '盘点', en: 'Stocktaking' } }] as never;
  test('stop a leave that takes one of them, with its name', () => {
    expect(blockedProblem(counted(['2026-11-23', 480], ['2026-11-24', 240]), blocked)).toMatchObject({
      code: 'BLOCKED_DAY',
      data: { day: '2026-11-24', nameZh: '盘点', nameEn: 'Stocktaking' },
    });
  });
  test('do not stop one that takes none of them, or passes over it', () => {
    expect(blockedProblem(counted(['2026-11-23', 480]), blocked)).toBeNull();
    expect(blockedProblem(counted(['2026-11-23', 480], ['2026-11-24', 0]), blocked)).toBeNull();
  });
});

describe('as much as may be taken', () => {
  const taken = (typeId: string, on: string) =>
    span('leave', 'approved', `${on} 09:00`, `${on} 18:00`, { leaveTypeId: typeId, minutes: 480 });
  const account = {
    ...emptyAccount('E0001'),
    spans: { a: taken('own', '2026-03-02'), b: taken('own', '2025-12-31'), c: taken('sick', '2026-03-03') },
  };
  const problem = (rule: Partial<LeaveRule>, minutes: number) =>
    limitProblem({ ...RULE, ...rule }, minutes, account, 'own', day('2026-11-23'))?.data;
  test('at once', () => {
    expect(problem({ mostPerRequest: 960 }, 960)).toBeUndefined();
    expect(problem({ mostPerRequest: 960 }, 961)).toEqual({ minutes: 961, limit: 960, per: 'request' });
  });
  test('in a year, with what was taken of the same type in that year alone', () => {
    expect(problem({ mostPerYear: 1_440 }, 960)).toBeUndefined();
    expect(problem({ mostPerYear: 1_440 }, 961)).toEqual({ minutes: 1_441, limit: 1_440, per: 'year' });
  });
});
