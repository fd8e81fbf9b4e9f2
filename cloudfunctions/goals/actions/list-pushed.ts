import { optional, strictObject } from 'valibot';
import type { LocalText } from '#contracts/common';
import type { ConsentRow } from '#contracts/goal-align';
import type { GoalsContract } from '#contracts/goals';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPushed } from '../data/sheets';
import { type Proposal, proposalBrief, proposalsOf } from '../domain/push/proposal';
import type { Sheet } from '../domain/sheet';
import { cycleId } from '../inputs/goal';
import { namesOf } from '../services/names';

/** Sheets that are looked at. */
const MAX_SHEETS = 200;

/** Pushed objectives that wait for the reader, and those that they have pushed, of one cycle or of all: one read of sheets. */
export const listPushed = employeeAction<GoalsContract['pushed']>({
  input: strictObject({ cycleId: optional(cycleId) }),
  allow: can('read', 'Goals'),
  async run({ input, me, now }) {
    const found = await findPushed(me._id, MAX_SHEETS);
    const sheets = found.filter((sheet) => input.cycleId === undefined || sheet.cycleId === input.cycleId);
    const names = await namesOf(
      sheets.map(({ _id }) => _id),
      now,
    );
    const rows = sheets.flatMap((sheet) => {
      const name = names.get(sheet._id) ?? { 'zh-CN': '', en: '' };
      const mine = proposalsOf(sheet).filter(
        (each) => each.by.id === me._id || waitsFor(each, sheet, me._id),
      );
      return mine.map((each) => ({
        ...proposalBrief(each),
        cycleId: sheet.cycleId,
        owner: { owner: sheet.owner, name },
        isMine: waitsFor(each, sheet, me._id),
      }));
    });
    const consents = sheets.flatMap((sheet) =>
      consentRows(sheet, names.get(sheet._id) ?? { 'zh-CN': '', en: '' }, me._id),
    );
    return { rows, consents, today: dayOf(now) };
  },
});

/** Alignments of a sheet that wait for the reader. */
function consentRows(sheet: Sheet, name: LocalText, reader: string): ConsentRow[] {
  if (sheet.state === 'closed') return [];
  const active = sheet.objectives.filter(({ state }) => state === 'active');
  return active.flatMap(({ id, title, alignedTo }) =>
    alignedTo.flatMap(({ consent, sheetId, objectiveId, keyResultId }) => {
      if (consent?.state !== 'waiting' || !consent.asks.includes(reader)) return [];
      const place = { sheetId, objectiveId, ...(keyResultId !== undefined && { keyResultId }) };
      const owner = { owner: sheet.owner, name };
      return [
        {
          cycleId: sheet.cycleId,
          owner,
          objectiveId: id,
          title,
          place,
          above: consent.title,
          at: consent.at,
        },
      ];
    }),
  );
}

/** Of a closed sheet nothing waits any more. */
function waitsFor({ state, asks, by }: Proposal, sheet: Pick<Sheet, 'state'>, id: string): boolean {
  if (sheet.state === 'closed') return false;
  return (state === 'open' && asks.includes(id)) || (state === 'countered' && by.id === id);
}
