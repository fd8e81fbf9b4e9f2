import { strictObject } from 'valibot';
import type { Instant, Month } from '#contracts/common';
import type { PayrollContract, PeopleCounted } from '#contracts/payroll';
import type { PersonBrief } from '#contracts/person';
import { findBonusChanges } from '../../appraisal/public';
import { findHolders, findStaff } from '../../people/public';
import { briefOf, isEmployedOn } from '../../people/rules';
import { findSettlement } from '../../settlement/public';
import { addMonths, dayOf } from '../../shared/calendar/company-time';
import { month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPayRuns } from '../data/pay-runs';
import { countDisputed, findSlips } from '../data/payslips';
import { keptFromLock } from '../domain/changed-by';
import { asPaidNow, isOwedApart } from '../domain/dispute';
import { type PayRun, payRunView } from '../domain/pay-run';
import { findPayReach } from '../services/pay-reach';

/** What the month-end says of `pay-files`, which stands on this feature. */
interface OfFiles {
  /** Finished exports of a month, by their version of the run. */
  readonly findFilesMade: (month: Month) => Promise<readonly { readonly version: number }[]>;
  /** Whose account was entered or changed after a moment, the latest first. */
  readonly findAccountsChanged: (since: Instant) => Promise<readonly string[]>;
}

/** People who are named before the rest is a number. */
const MAX_NAMED = 5;

/** How far the month-end of a month is. Four reads, up to four more while the month is not published, and three where a
 * difference is still to be paid. */
export const viewPayMonth = ({ findFilesMade, findAccountsChanged }: OfFiles) =>
  employeeAction<PayrollContract['payMonth']>({
    input: strictObject({ month }),
    allow: can('read', 'Payroll'),
    async run({ input: { month: of }, me, now }) {
      const last = addMonths(of, -1);
      const [runs, settlement, disputes, files] = await Promise.all([
        findPayRuns([of, last]),
        // As it is now: whoever has just locked the month comes back here.
        findSettlement(of),
        countDisputed(),
        findFilesMade(of),
      ]);
      const [run, before] = [runs.get(of), runs.get(last)];
      const since = run?.state === 'published' ? null : (before?.lockedAt ?? null);
      return {
        month: of,
        attendance: attendanceOf(settlement?.state),
        run: run ? payRunView(run, me._id) : null,
        lockers: run?.state === 'calculated' ? await lockersOf(run, me._id, now) : [],
        before: before?.sums ?? null,
        ...{ openDisputes: disputes.open, owedApart: await countApart(disputes.owed, now) },
        filesMade: files.filter(({ version }) => version === run?.version).length,
        bonusChanges: run && run.state !== 'published' ? await findBonusChanges(since ?? (0 as Instant)) : [],
        accountsChanged: since === null ? null : await named(await findAccountsChanged(since)),
      };
    },
  });

/** How many of these slips have a difference that payroll has to settle by itself. None or three calls. */
async function countApart(ids: readonly string[], now: Instant): Promise<number> {
  if (ids.length === 0) return 0;
  const [slips, reach] = await Promise.all([findSlips(ids), findPayReach(dayOf(now))]);
  const all = [...slips.values()];
  const staff = await findStaff([...new Set(all.map(({ employeeId }) => employeeId))]);
  const people = new Map(staff.map((person) => [person._id, person]));
  return all.filter(({ employeeId, month: of, disputes }) => {
    const person = people.get(employeeId);
    return person && asPaidNow(disputes, of, person, reach).some(isOwedApart);
  }).length;
}

/** Everybody in payroll who may lock it, but for the caller. None or one read. */
async function lockersOf(run: PayRun, callerId: string, now: Instant): Promise<readonly PersonBrief[]> {
  const kept = new Set([...keptFromLock(run), callerId]);
  const holders = await findHolders('payroll', now);
  return holders
    .filter((each) => isEmployedOn(each, dayOf(now)) && !kept.has(each._id))
    .slice(0, MAX_NAMED)
    .map(briefOf);
}

async function named(ids: readonly string[]): Promise<PeopleCounted | null> {
  if (ids.length === 0) return null;
  const first = ids.slice(0, MAX_NAMED);
  const staff = new Map((await findStaff(first)).map((person) => [person._id, briefOf(person)]));
  return { count: ids.length, people: first.map((id) => staff.get(id) ?? { id, name: id, nameEn: '' }) };
}

const attendanceOf = (state: string | undefined): 'open' | 'settled' | 'locked' =>
  state === 'locked' ? 'locked' : state === 'done' ? 'settled' : 'open';
