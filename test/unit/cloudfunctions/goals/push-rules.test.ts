import type { Day, Instant } from '#contracts/common';
import type { Objective } from '#contracts/goal';
import type { ProposalStep } from '#contracts/goal-push';
import type { ObjectiveDraft } from '#contracts/goals';
import { changesBetween } from '../../../../cloudfunctions/goals/domain/push/changes';
import { withProposals } from '../../../../cloudfunctions/goals/domain/push/found-by';
import { ladder } from '../../../../cloudfunctions/goals/domain/push/ladder';
import type { Proposal } from '../../../../cloudfunctions/goals/domain/push/proposal';
import { reminderOf } from '../../../../cloudfunctions/goals/domain/push/remind';
import { roomChanges, withRoom } from '../../../../cloudfunctions/goals/domain/push/room';
import { emptySheet } from '../../../../cloudfunctions/goals/domain/sheet';
import { weekdayOf } from '../../../../cloudfunctions/shared/calendar/company-time';

const isWorkday = (day: Day): boolean => weekdayOf(day) <= 5;
const on = (today: string, deadline = '2026-11-19') => ladder(deadline as Day, today as Day, isWorkday);

describe('the ladder of a deadline on a Thursday', () => {
  it.each([
    ['2026-11-19', [], '2026-11-20'],
    ['2026-11-20', ['owner'], '2026-11-24'],
    ['2026-11-23', ['owner'], '2026-11-24'],
    ['2026-11-24', ['owner', 'manager'], '2026-11-26'],
    ['2026-11-25', ['owner', 'manager'], '2026-11-26'],
    ['2026-11-26', ['owner', 'manager', 'upper'], null],
    ['2027-01-04', ['owner', 'manager', 'upper'], null],
  ] as const)('on %s reminds %j, and next on %s', (today, due, next) => {
    expect(on(today)).toEqual({ due, next });
  });

  it('waits for the first workday after a weekend, and ends without any workday', () => {
    expect(on('2026-11-21', '2026-11-20')).toEqual({ due: [], next: '2026-11-23' });
    expect(ladder('2026-11-19' as Day, '2027-11-19' as Day, () => false)).toEqual({ due: [], next: null });
  });
});

const own = (id: string, weight: number, state: Objective['state'] = 'active'): Objective => ({
  ...{ id, title: id, weight, keyResults: [], alignedWeight: 0, alignedTo: [], state },
});

describe('room for a pushed goal', () => {
  it.each([
    ['nothing gives way while there is room', [50], 50, [50]],
    ['the only other one gives way', [100], 40, [60]],
    ['two give way in proportion', [60, 40], 40, [36, 24]],
    ['what is over goes to the largest remainder', [34, 33, 33], 50, [17, 17, 16]],
    ['none falls below 1', [98, 1, 1], 97, [1, 1, 1]],
  ] as const)('%s: %j and %d are %j', (_name, weights, weight, expected) => {
    const objectives = weights.map((each, at) => own(`o${at}`, each));
    const after = withRoom(objectives, 'new', weight);
    expect(after?.map((each) => each.weight)).toEqual(expected);
  });

  it('is refused where each could not keep 1, and leaves what was dropped alone', () => {
    expect(withRoom([own('a', 50), own('b', 50)], 'new', 99)).toBeNull();
    expect(roomChanges({ objectives: [own('a', 50), own('b', 50)] }, 'new', 99)).toBeNull();
    const objectives = [own('a', 100), own('gone', 80, 'dropped')];
    expect(roomChanges({ objectives }, 'new', 100 - 1)).toEqual([{ title: 'a', before: 100, after: 1 }]);
  });

  it('names with whom a weight that changes was agreed', () => {
    const by = { id: 'E0002', name: '王强', nameEn: 'Wang Qiang' };
    const objectives = [own('a', 60), { ...own('b', 40), pushedBy: by }];
    expect(roomChanges({ objectives }, 'new', 40)).toEqual([
      { title: 'a', before: 60, after: 36 },
      { title: 'b', before: 40, after: 24, agreedWith: by },
    ]);
  });
});

const draft = (target: number, weight = 40, keyWeight = 100): ObjectiveDraft => ({
  ...{ id: 'g', title: '新客户', weight, alignedWeight: 0, alignedTo: [] },
  keyResults: [
    {
      ...{ id: 'k', title: '成交', weight: keyWeight, source: 'own' },
      measure: { kind: 'raise', start: 0, target, unit: '位' },
    },
  ],
});

describe('what was changed in a pushed goal', () => {
  it('is told figure by figure, before and after', () => {
    expect(changesBetween(draft(38), draft(30, 30))).toEqual([
      { title: '', what: 'weight', before: 40, after: 30 },
      { title: '成交', what: 'target', before: 38, after: 30 },
    ]);
    expect(changesBetween(draft(38), draft(38))).toEqual([]);
  });

  it('names key results that came and went, and another measure', () => {
    const without = { ...draft(38), keyResults: [] };
    expect(changesBetween(without, draft(38))).toEqual([
      { title: '成交', what: 'key-result', before: null, after: '成交' },
    ]);
    expect(changesBetween(draft(38), without)).toEqual([
      { title: '成交', what: 'key-result', before: '成交', after: null },
    ]);
    const [row] = draft(38).keyResults;
    const limit = { kind: 'keep-below', limit: 3, unit: '起' } as const;
    const other = { ...draft(38), keyResults: row ? [{ ...row, measure: limit }] : [] };
    expect(changesBetween(draft(38), other).map(({ what }) => what)).toEqual([
      'start',
      'target',
      'limit',
      'unit',
    ]);
  });
});

const AT = Date.parse('2026-11-16T10:00:00+08:00') as Instant;
const proposal = (id: string, more: Partial<Proposal> = {}): Proposal => ({
  ...{ id, objective: { ...draft(38), id }, deadline: '2026-11-19' as Day, asks: ['R03'], state: 'open' },
  ...{ by: { id: 'R02', name: '主管', nameEn: 'Head' }, counter: null, rev: 1, reminded: 'nobody' },
  ...{ remindOn: '2026-11-20' as Day, history: [step(AT)] },
  ...more,
});
const step = (at: Instant): ProposalStep => ({
  ...{ at, by: { id: 'R02', name: '主管', nameEn: 'Head' }, what: 'pushed', changes: [], reason: '' },
});

const SHEET = emptySheet('2026-11', { kind: 'department', id: 'D2' }, 99, AT);

describe('who a sheet of pushed goals is found by', () => {
  it('names who has to do something once for each, and the first day of a reminder', () => {
    const found = withProposals(SHEET, [
      proposal('a'),
      proposal('b', { state: 'countered', remindOn: '2026-11-18' as Day }),
      proposal('c'),
      proposal('d', { state: 'confirmed', by: { id: 'R06', name: '', nameEn: '' }, remindOn: null }),
    ]);
    expect(found).toMatchObject({ asked: ['R03', 'R02', 'R03'], remindOn: '2026-11-18' });
    expect(found.pushers).toEqual(['R02', 'R06']);
    expect(found.askedLeaders).toEqual(['D2']);
    expect(withProposals(SHEET, [proposal('b', { state: 'countered' })]).askedLeaders).toEqual([]);
  });

  it('keeps what waits in front, and only the latest of what is decided', () => {
    const decided = Array.from({ length: 30 }, (_, at) => proposal(`d${at}`, { state: 'withdrawn' }));
    const { proposals, asked, remindOn } = withProposals(SHEET, [...decided, proposal('a')]);
    expect(proposals.map(({ id }) => id).slice(0, 2)).toEqual(['a', 'd0']);
    expect(proposals).toHaveLength(25);
    expect([asked, remindOn]).toEqual([['R03'], '2026-11-20']);
  });
});

describe('a reminder', () => {
  const remind = (today: string, more: Partial<Proposal> = {}) =>
    reminderOf(proposal('a', more), today as Day, isWorkday);

  it('goes to the rungs that have not had theirs', () => {
    expect(remind('2026-11-24')).toEqual({
      rungs: ['owner', 'manager'],
      change: { reminded: 'manager', remindOn: '2026-11-26' },
    });
    expect(remind('2026-11-24', { reminded: 'owner' }).rungs).toEqual(['manager']);
    expect(remind('2026-11-24', { reminded: 'manager' })).toEqual({
      rungs: [],
      change: { reminded: 'manager', remindOn: '2026-11-26' },
    });
  });

  it('of an answer that came after the deadline begins with the answer', () => {
    const late = { history: [step(Date.parse('2026-11-25T10:00:00+08:00') as Instant)] };
    expect(remind('2026-11-25', late)).toEqual({
      rungs: [],
      change: { reminded: 'nobody', remindOn: '2026-11-26' },
    });
  });
});
