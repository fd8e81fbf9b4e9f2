import type { Day, Instant } from '#contracts/common';
import { appraisalSheet } from '../../../../cloudfunctions/goals/domain/appraisal-sheet';
import { savedObjective } from '../../../../cloudfunctions/goals/domain/check-objective';
import { cycleOfId } from '../../../../cloudfunctions/goals/domain/cycle';
import { sheetProgress } from '../../../../cloudfunctions/goals/domain/objective-progress';
import { confirmed, handedIn } from '../../../../cloudfunctions/goals/domain/review';
import { sheetsAbove, withPartsOf } from '../../../../cloudfunctions/goals/domain/roll-up';
import { emptySheet, ownerOfSheet, type Sheet, tierOf } from '../../../../cloudfunctions/goals/domain/sheet';
import { standingsOf } from '../../../../cloudfunctions/goals/domain/standings';
import { isConfirmable } from '../../../../cloudfunctions/goals/domain/today-cycles';
import { DEPARTMENTS } from '../../../../local/demo/company';
import { dayOf } from '../../../../local/demo/demo-days';
import { demoPeople } from '../../../../local/demo/demo-person';
import { finishedMonths } from '../../../../local/demo/finished-months';
import { FULL } from '../../../../miniprogram/common/goals/share';

const TODAY = '2026-11-23' as Day;
const { goal_cycles: cycles, goal_sheets: documents } = finishedMonths(TODAY);
const sheets = documents as unknown as readonly Sheet[];
const people = sheets.filter(({ owner }) => owner.kind === 'person');
const progressOf = (sheet: Sheet) => sheetProgress(sheet.objectives, standingsOf(sheet)).counted ?? 0;

describe('the closed months of the demo company', () => {
  it('are the three before this one, whole', () => {
    expect(cycles.map(({ _id, from, to, state }) => [_id, from, to, state])).toEqual([
      ['2026-08', '2026-08-01', '2026-08-31', 'closed'],
      ['2026-09', '2026-09-01', '2026-09-30', 'closed'],
      ['2026-10', '2026-10-01', '2026-10-31', 'closed'],
    ]);
    for (const { _id, from, to } of cycles) expect(cycleOfId(String(_id))).toMatchObject({ _id, from, to });
  });

  it('cross a turn of the year', () => {
    expect(finishedMonths('2027-01-12' as Day).goal_cycles.map(({ _id }) => _id)).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
    ]);
  });

  it('are the same every time', () => {
    expect(finishedMonths(TODAY)).toEqual({ goal_cycles: cycles, goal_sheets: documents });
  });

  it('have each a sheet of the company, the departments, the teams and their members', () => {
    for (const { _id } of cycles) {
      const kinds = sheets.filter(({ cycleId }) => cycleId === _id).map(({ owner }) => owner.kind);
      const count = (kind: string) => kinds.filter((each) => each === kind).length;
      expect([count('company'), count('department')]).toEqual([1, 7]);
      expect(count('person')).toBeGreaterThan(20);
    }
  });
});

describe('their sheets', () => {
  it('have what a sheet of the functions has', () => {
    for (const sheet of sheets) {
      const { cycleId, owner } = ownerOfSheet(sheet._id) ?? {};
      expect([cycleId, owner]).toEqual([sheet.cycleId, sheet.owner]);
      const empty = emptySheet(sheet.cycleId, sheet.owner, sheet.tier, 0 as Instant);
      expect(Object.keys(sheet)).toEqual(expect.arrayContaining(Object.keys(empty)));
    }
  });

  it('are closed from the people up, in the tiers of the functions', () => {
    const depthOf = (id: string): number => {
      const parent = DEPARTMENTS.find((each) => each.id === id)?.parentId ?? null;
      return parent === null ? 1 : depthOf(parent) + 1;
    };
    for (const { owner, tier } of sheets)
      expect(tier).toBe(tierOf(owner, owner.kind === 'department' ? depthOf(owner.id) : 0));
  });

  it('hold objectives as the functions save them', () => {
    for (const { objectives } of sheets)
      for (const { state, ...draft } of objectives)
        expect(savedObjective({ objectives: [] }, draft)).toEqual({ ...draft, state });
  });

  it('add up to the company, as a count from nothing adds them up', () => {
    for (const above of sheets) {
      const parts = sheets.reduce(
        (sum, below) => withPartsOf({ ...above, state: 'open', parts: sum }, below),
        {} as Sheet['parts'],
      );
      expect(parts).toEqual(above.parts);
      expect(sheets.map(({ _id }) => _id)).toEqual(expect.arrayContaining([...above.above]));
      expect(above.above).toEqual(expect.arrayContaining(sheetsAbove(above)));
    }
    for (const sheet of sheets) expect(progressOf(sheet)).toBeGreaterThan(0);
  });

  it('show most people on target and some behind', () => {
    const behind = people.filter((sheet) => progressOf(sheet) < 0.8 * FULL).length;
    expect(behind / people.length).toBeGreaterThan(0.08);
    expect(behind / people.length).toBeLessThan(0.4);
  });
});

describe('their reviews', () => {
  it('are what handing in and confirming leave', () => {
    for (const sheet of people) {
      const { review, ...before } = sheet;
      if (!review) throw new Error(`${sheet._id} has no review`);
      const scores = (whose: 'own' | 'given') =>
        Object.entries(review.scores).map(([id, line]) => ({ id, score: line[whose] ?? -1 }));
      const { summary, comment, confirmedBy, handedInAt, confirmedAt } = review;
      const handed = handedIn(before, {
        rev: 0,
        scores: scores('own'),
        summary,
        now: handedInAt ?? (0 as Instant),
      });
      const by = confirmedBy ?? '';
      const now = confirmedAt ?? (0 as Instant);
      const again = confirmed(
        { ...before, ...(handed && { review: handed }) },
        { rev: 1, scores: scores('given'), comment, by, now },
      );
      expect(again).toEqual(review);
      for (const { score } of [...scores('own'), ...scores('given')])
        expect(score >= 0 && score <= 100 && Number.isInteger(score)).toBe(true);
      expect(appraisalSheet(sheet).missing).toBeNull();
    }
  });

  it('were confirmed in time, by who is above', () => {
    const managers = new Map(demoPeople(TODAY).map(({ id, managerId }) => [id, managerId]));
    for (const { owner, cycleId, review } of people) {
      expect(review?.confirmedBy).toBe(managers.get('id' in owner ? owner.id : ''));
      expect(isConfirmable(cycleId, dayOf(review?.confirmedAt ?? 0))).toBe(true);
    }
  });
});
