import type { Instant } from '#contracts/common';
import { isolatedWork } from '../../shared/faults/isolated';
import type { TimerJob } from '../../shared/kernel/serve';
import { findAskingLeaders, replaceSheet } from '../data/sheets';
import { readdressed } from '../domain/readdressed';
import type { Sheet } from '../domain/sheet';
import { answerersOf } from '../services/push/asked';

const PAGE = 100;

/**
 * What waits for the leader of a department waits for who leads it now: one read for a hundred sheets, and a write for each of
 * those whose leader has changed. Idempotent.
 */
export const readdressGoals: TimerJob = {
  name: 'leaders',
  async run({ now, deadline }) {
    const tally = { readdressed: 0, left: 0 };
    let after = '';
    for (let isFull = true; isFull && performance.now() < deadline; ) {
      const page = await findAskingLeaders(after, PAGE);
      for (const sheet of page) {
        const about = { collection: 'goal_sheets', document: sheet._id };
        const changed = await isolatedWork(about, () => readdress(sheet, now));
        if (changed === 'readdressed') tally.readdressed += 1;
        else if (changed !== 'same') tally.left += 1;
      }
      after = page.at(-1)?._id ?? after;
      isFull = page.length === PAGE;
    }
    return tally;
  },
};

/** @returns `busy` if somebody else has written the sheet meanwhile: the next run tries it again */
async function readdress(sheet: Sheet, now: Instant): Promise<'readdressed' | 'same' | 'busy'> {
  const leaders = new Map<string, readonly string[]>();
  for (const id of sheet.askedLeaders ?? [])
    leaders.set(id, await answerersOf({ kind: 'department', id }, now));
  const changed = readdressed(sheet, (id) => leaders.get(id) ?? null);
  if (!changed) return 'same';
  return (await replaceSheet(sheet, { ...changed, rev: sheet.rev + 1 })) ? 'readdressed' : 'busy';
}
