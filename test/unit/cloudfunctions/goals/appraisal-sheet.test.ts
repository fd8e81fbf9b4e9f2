import type { Measure } from '#contracts/goal';
import { appraisalSheet } from '../../../../cloudfunctions/goals/domain/appraisal-sheet';
import { bookFigures } from '../../../../cloudfunctions/goals/domain/book-figures';
import { type CheckIn, emptySheet, type Sheet } from '../../../../cloudfunctions/goals/domain/sheet';

const TWENTY: Measure = { kind: 'raise', start: 0, target: 20, unit: '单' };
const objectiveOf = (measure: Measure) => ({
  ...{ id: 'o', title: '成交', weight: 100, alignedWeight: 0, alignedTo: [], state: 'active' as const },
  keyResults: [{ id: 'kr', title: '新增成交', weight: 100, source: 'own' as const, measure }],
});
const sheetOf = (more: Partial<Sheet> = {}): Sheet => ({
  ...emptySheet('2026-11', { kind: 'person', id: 'E1' }, 0, 0 as never),
  objectives: [objectiveOf(TWENTY)],
  ...more,
});
const reviewed = (confirmedBy: string | null) =>
  ({
    review: {
      ...{ state: confirmedBy ? 'confirmed' : 'handed-in', scores: {}, summary: '', comment: '', rev: 1 },
      ...{ handedInAt: 1, confirmedBy, confirmedAt: null },
    },
  }) as unknown as Partial<Sheet>;
const pushed = (by: string, measure: Measure, state = 'confirmed') =>
  ({
    proposals: [{ id: 'o', by: { id: by }, state, objective: objectiveOf(measure) }],
  }) as unknown as Partial<Sheet>;
const lineOf = (sheet: Sheet) => appraisalSheet(sheet).objectives[0]?.lines[0];

let count = 0;
const figure = (source: string, value: number): CheckIn => {
  count += 1;
  return {
    ...{ id: `check-in-${count}`, at: count as never, day: '2026-11-16' as never, source },
    ...{ by: { id: source === 'check-in' ? 'E1' : 'till', name: '', nameEn: '' } },
    entries: [{ keyResultId: 'kr', mode: 'set', value }],
  } as CheckIn;
};
const booked = (sheet: Sheet, ...checkIns: readonly CheckIn[]): Sheet =>
  checkIns.reduce((before, each) => bookFigures(before, each)?.sheet ?? before, sheet);

describe('a target', () => {
  test.each([
    ['that nobody has seen', {}, false],
    ['whose review is handed in and not confirmed', reviewed(null), false],
    ['whose review somebody above has confirmed', reviewed('E0'), true],
    ['whose review the person would have confirmed', reviewed('E1'), false],
    ['that was pushed and confirmed', pushed('E0', TWENTY), true],
    ['that was pushed and still waits', pushed('E0', TWENTY, 'open'), false],
    ['that was pushed higher than it is now', pushed('E0', { ...TWENTY, target: 200 }), false],
    ['that the person pushed to themselves', pushed('E1', TWENTY), false],
  ])('%s is agreed to by somebody else: %#', (_, more, isAgreed) => {
    expect(lineOf(sheetOf(more))?.isAgreed).toBe(isAgreed);
  });
});

describe('a figure', () => {
  test('of a system outside is not replaced by what the person reports later', () => {
    const sheet = booked(sheetOf(), figure('收银系统', 3), figure('check-in', 999));
    expect(lineOf(sheet)).toMatchObject({
      standing: { value: 3 },
      progress: { raw: 150_000_000 },
      isBacked: true,
    });
    expect(lineOf(booked(sheet, figure('收银系统', 5)))?.standing).toEqual({ value: 5 });
  });

  test('of a system outside stays when it has left the log', () => {
    const many = Array.from({ length: 130 }, () => figure('check-in', 999));
    const sheet = booked(sheetOf(), figure('收银系统', 3), ...many);
    expect(sheet.log.some(({ source }) => source === '收银系统')).toBe(false);
    expect(lineOf(sheet)?.standing).toEqual({ value: 3 });
  });

  test('of the person alone is theirs until the review is confirmed', () => {
    const sheet = booked(sheetOf(), figure('check-in', 12));
    expect(lineOf(sheet)).toMatchObject({ standing: { value: 12 }, isBacked: false });
    expect(lineOf({ ...sheet, ...reviewed('E0') })?.isBacked).toBe(true);
  });
});
