import type { Instant, Month } from '#contracts/common';
import { employeesById } from '../../people/public';
import { isEmployedOn } from '../../people/rules';
import { canOpenMonth } from '../../second-check/public';
import { addDays, dayOf, midnight } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { notify } from '../../shared/outbox/outbox';
import { moveTelling } from '../data/pay-runs';
import { findSlipStates } from '../data/payslips';
import { aboutSlips } from '../domain/pay-message';
import { ALL_TOLD, type PayRun, type Telling } from '../domain/pay-run';

const PAGE = 500;
/** Nine o'clock, after midnight. */
const MORNING_MS = 9 * 3_600_000;

/** A published run as far as it has to be told. */
export type ToldRun = Pick<PayRun, '_id' | 'version' | 'telling'>;

/** Whom of a page of slips a message is for. */
type SlipState = Awaited<ReturnType<typeof findSlipStates>>[number];

/** In the morning of the day before the last one to confirm: who has not is reminded then, and not at night. */
const remindsAt = ({ confirmUntil }: Telling): number => midnight(addDays(confirmUntil, -1)) + MORNING_MS;

/**
 * Tells the owners of the slips of a published run that they can be read, and on the day before the last one whoever has neither confirmed
 * nor disputed; who has left is not asked to confirm, and not told once they cannot open it any more. Page by page, each message under the id of its page, so that a run that dies tells nobody twice. Stops at
 * `deadline` (in terms of `performance.now()`), and once the run is recalled.
 * @returns how many slips were gone through
 */
export async function tellSlips(run: ToldRun, now: Instant, deadline: number): Promise<number> {
  const { _id: month, version, telling } = run;
  if (!telling) return 0;
  const isNew = version === 1;
  const told = await tellPages(run, 'told', deadline, async (page, first) => {
    const people = await employeesById(
      page.map(({ employeeId }) => employeeId),
      now,
    );
    const to = page.flatMap(({ employeeId }) => {
      const person = people.get(employeeId);
      return person && canOpenMonth(person, month, now) ? [employeeId] : [];
    });
    await notify({
      _id: `payslip-published:${month}:${version}:${first}`,
      event: isNew ? 'payslip.published' : 'payslip.corrected',
      ...{ to, data: aboutSlips(month), aboutId: month, at: now, template: 'result' },
    });
  });
  if (now < remindsAt(telling) || dayOf(now) > telling.confirmUntil) return told;
  const isOpen = ({ confirmedVersion, hasOpenDispute }: SlipState) =>
    confirmedVersion !== version && !hasOpenDispute;
  const reminded = await tellPages(run, 'reminded', deadline, async (page, first) => {
    const open = page.filter(isOpen).map(({ employeeId }) => employeeId);
    const people = await employeesById(open, now);
    await notify({
      _id: `payslip-unconfirmed:${month}:${version}:${first}`,
      event: 'payslip.unconfirmed',
      to: open.filter((id) => isHere(people.get(id), now)),
      data: { ...aboutSlips(month), day: telling.confirmUntil },
      ...{ aboutId: month, at: now, template: 'result' },
    });
  });
  return told + reminded;
}

const isHere = (person: Employee | undefined, now: Instant): boolean =>
  person !== undefined && isEmployedOn(person, dayOf(now));

async function tellPages(
  run: ToldRun,
  step: 'told' | 'reminded',
  deadline: number,
  send: (page: readonly SlipState[], first: string) => Promise<void>,
): Promise<number> {
  let after = run.telling?.[step] ?? ALL_TOLD;
  let told = 0;
  while (after !== ALL_TOLD && performance.now() < deadline) {
    const page = await findSlipStates(run._id as Month, after, PAGE);
    const [first] = page;
    if (first) await send(page, first.employeeId);
    const next = page.length < PAGE ? ALL_TOLD : (page.at(-1)?.employeeId ?? ALL_TOLD);
    if (!(await moveTelling(run, step, after, next))) return told;
    told += page.length;
    after = next;
  }
  return told;
}
