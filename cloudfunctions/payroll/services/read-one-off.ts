import type { Day, Instant, Month } from '#contracts/common';
import { findAccounts, type StoredAccount } from '../../accounts/public';
import { findAverages } from '../../insurance/public';
import { findLeaveTypes } from '../../leave/public';
import { endingMedicalPeriod, isIllIn, lapsedIn, type UnusedLeave, unusedAtLeaving } from '../../leave/rules';
import { addMonths, monthOf } from '../../shared/calendar/company-time';
import { isolated } from '../../shared/faults/isolated';
import type { Employee } from '../../shared/kernel/employee';
import { findOneOffs } from '../data/one-off-pay';
import { findSlips } from '../data/payslips';
import { meanWage } from '../domain/mean-wage';
import { NOTHING_ONCE, type OneOffFacts } from '../domain/one-off-lines';
import type { RunFacts } from '../domain/pay-facts';
import { slipId } from '../domain/stored-slip';

const MEAN_MONTHS = 12;
/** People whose slips of a year are read in one call. */
const PEOPLE_AT_ONCE = 80;

type Run = Pick<RunFacts, 'month' | 'lapsedPaid'>;

/**
 * What people are paid once in a month: what was entered, and leave that was not taken by who leaves or that has lapsed.
 * Two calls and the leave types, one for the average wages of the cities of who leaves, and one more for each eighty of those
 * whose mean wage counts, and one for archived leave of who was ill.
 */
export async function readOneOff(
  people: readonly Employee[],
  run: Run,
  now: number,
): Promise<ReadonlyMap<string, OneOffFacts>> {
  const ids = people.map(({ _id }) => _id);
  const leavers = people.filter(({ leftOn }) => leftOn !== null && monthOf(leftOn) === run.month);
  const [entered, accounts, types, averages] = await Promise.all([
    findOneOffs(ids, run.month),
    findAccounts(ids, `${run.month}-01` as Day),
    findLeaveTypes(now),
    findAverages(leavers.map(({ city }) => city)),
  ]);
  const ill = await withAllLeave(people, accounts, run.month);
  const factsOf = (person: Employee): OneOffFacts => {
    const account = accounts.get(person._id);
    const { _id, leftOn, city } = person;
    const isLeaving = leftOn !== null && monthOf(leftOn) === run.month;
    const lapsed = account ? lapsedIn(person, account, types, run.month) : NONE;
    const unused =
      isLeaving && account ? unusedAtLeaving(person, account, types, leftOn, now as Instant) : NONE;
    return {
      pay: entered.get(_id) ?? null,
      unused: isLeaving ? unused : null,
      lapsed: parted(lapsed, run.lapsedPaid),
      mean: null,
      averages: isLeaving ? (averages.get(city) ?? []) : [],
      medical: endingMedicalPeriod(person, ill.get(_id) ?? account ?? NO_LEAVE, run.month),
    };
  };
  // Who has an account that cannot be worked with is named, see `outcomeOf`.
  const found = people.map((person): [Employee, OneOffFacts] => [
    person,
    isolated({ collection: 'accounts', document: person._id }, () => factsOf(person)) ?? NOTHING_ONCE,
  ]);
  return withMeans(found, run.month);
}

const NO_LEAVE = { spans: {} };

/** The accounts of who was ill in the month with the leave of earlier years: one call, or none where nothing is archived. */
async function withAllLeave(
  people: readonly Employee[],
  accounts: ReadonlyMap<string, StoredAccount>,
  month: Month,
): Promise<ReadonlyMap<string, StoredAccount>> {
  const ill = people.filter(({ _id }) => {
    const account = accounts.get(_id);
    return account?.archive && isIllIn(account, month);
  });
  const since = ill.map(({ hiredOn }) => hiredOn).sort()[0];
  return since
    ? findAccounts(
        ill.map(({ _id }) => _id),
        since,
      )
    : accounts;
}

const NONE: UnusedLeave = { annual: 0, compTime: 0 };

/** What of it the company pays. */
const parted = ({ annual, compTime }: UnusedLeave, isPaid: Run['lapsedPaid']): OneOffFacts['lapsed'] => ({
  paid: { annual: isPaid.annual ? annual : 0, compTime: isPaid.compTime ? compTime : 0 },
  unpaid: { annual: isPaid.annual ? 0 : annual, compTime: isPaid.compTime ? 0 : compTime },
});

/** The mean wage of those for whom it counts. */
async function withMeans(
  found: readonly [Employee, OneOffFacts][],
  month: Month,
): Promise<ReadonlyMap<string, OneOffFacts>> {
  const months = Array.from({ length: MEAN_MONTHS }, (_, index) => addMonths(month, -1 - index));
  const all = new Map(found.map(([{ _id }, facts]) => [_id, isEmpty(facts) ? NOTHING_ONCE : facts]));
  const due = found.filter(([, { unused, lapsed }]) => unused !== null || lapsed.paid.annual > 0);
  for (let from = 0; from < due.length; from += PEOPLE_AT_ONCE) {
    const page = due.slice(from, from + PEOPLE_AT_ONCE);
    const slips = await findSlips(page.flatMap(([{ _id }]) => months.map((each) => slipId(_id, each))));
    for (const [{ _id }, facts] of page) {
      const own = months.flatMap((each) => slips.get(slipId(_id, each))?.content ?? []);
      all.set(_id, { ...facts, mean: meanWage(own) });
    }
  }
  return all;
}

const isEmpty = ({ pay, unused, medical, lapsed: { paid, unpaid } }: OneOffFacts): boolean =>
  pay === null &&
  unused === null &&
  medical === null &&
  paid.annual + paid.compTime + unpaid.annual + unpaid.compTime === 0;
