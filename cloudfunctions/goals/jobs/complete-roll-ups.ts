import type { Instant } from '#contracts/common';
import { isolatedWork } from '../../shared/faults/isolated';
import type { TimerJob } from '../../shared/kernel/serve';
import { findDueRollUps, findSheetsByIds, markRolledUp } from '../data/sheets';
import { CALL_OVER_MS } from '../domain/cycle';
import { isKnownAbove, sheetsAbove } from '../domain/roll-up';
import type { Sheet } from '../domain/sheet';
import { rollUp } from '../services/roll-up';

const PAGE = 100;

/**
 * Tells sheets above what a call that died, or that others were faster than, has left out; three database calls for a hundred
 * sheets of which all is known.
 */
export const completeRollUps: TimerJob = {
  name: 'roll-ups',
  async run({ now, deadline }) {
    const before = (now - CALL_OVER_MS) as Instant;
    const tally = { known: 0, told: 0, failed: 0 };
    for (let isFull = true; isFull && performance.now() < deadline; ) {
      const page = await findDueRollUps(before, PAGE);
      const { known, told, failed } = await completePage(page, now);
      await markRolledUp([...known, ...told], before);
      tally.known += known.length;
      tally.told += told.length;
      tally.failed += failed.length;
      // What could not be completed stays due: the next run tries it again.
      isFull = page.length === PAGE && failed.length < PAGE;
    }
    return tally;
  },
};

/** Ids of sheets. */
type Completed = Readonly<Record<'known' | 'told' | 'failed', readonly string[]>>;

async function completePage(page: readonly Sheet[], now: Instant): Promise<Completed> {
  const wanted = [...new Set(page.flatMap(sheetsAbove))];
  const above = new Map((await findSheetsByIds(wanted)).map((sheet) => [sheet._id, sheet]));
  const [known, told, failed]: [string[], string[], string[]] = [[], [], []];
  for (const sheet of page) {
    const about = { collection: 'goal_sheets', document: sheet._id };
    const outcome = await isolatedWork(about, async () => {
      const sheets = sheetsAbove(sheet).flatMap((id) => above.get(id) ?? []);
      if (sheets.every((each) => isKnownAbove(each, sheet))) return known;
      return (await rollUp(sheet, [], now)).isComplete ? told : failed;
    });
    (outcome ?? failed).push(sheet._id);
  }
  return { known, told, failed };
}
