import type { Month } from '#contracts/common';
import type { PayBlocker } from '#contracts/payroll';
import type { PersonBrief } from '#contracts/person';
import { bonusesOf, findBonusSetters } from '../../appraisal/public';
import { findSettledTime } from '../../attendance/public';
import { findInsuranceOf } from '../../insurance/public';
import { findEmployeesAfter } from '../../people/public';
import { briefOf, isEmployedIn } from '../../people/rules';
import { findSalaries } from '../../salaries/public';
import { addMonths } from '../../shared/calendar/company-time';
import { leftOutAbout } from '../../shared/faults/fault';
import { isolated } from '../../shared/faults/isolated';
import type { Employee } from '../../shared/kernel/employee';
import { findTaxFiles } from '../../tax/public';
import { findSlipIds, findSlips, payslips, type SlipToSave } from '../data/payslips';
import type { EnteredBy } from '../domain/changed-by';
import { itemChangesIn, marksOf } from '../domain/changed-items';
import { NOTHING_ONCE } from '../domain/one-off-lines';
import type { PersonFacts, RunFacts, SlipOutcome } from '../domain/pay-facts';
import type { PageOfSlips } from '../domain/pay-run';
import { isPersonal } from '../domain/personal-warning';
import { slipBonus } from '../domain/slip-bonus';
import type { InputChange } from '../domain/slip-rules';
import { PLAIN_TAX } from '../domain/slip-rules';
import { type StoredSlip, slipId } from '../domain/stored-slip';
import { workOutSlip } from '../domain/work-out-slip';
import { readOneOff } from './read-one-off';

/** People per page; limits the memory and how much a killed unit does again. */
const PAGE_SIZE = 100;

/** What is stored about the next people. */
export interface PayPageRead {
  readonly people: readonly (PersonFacts & {
    readonly person: Employee;
    readonly before: StoredSlip | undefined;
  })[];
  /** Slips that an earlier pass has made for people whom the run does not pay any more. */
  readonly stale: readonly string[];
  /** Employees whose own record cannot be used: nobody knows whether the run pays them. */
  readonly leftOut: readonly string[];
  /** The last employee number of the page; null at the end. */
  readonly next: string | null;
}

/** Reads everything about the next hundred people. */
export async function readPayPage(run: RunFacts, cursor: string, now: number): Promise<PayPageRead> {
  const { people: all, leftOut, next } = await findEmployeesAfter(cursor, PAGE_SIZE);
  const isPaid = (person: Employee) => isEmployedIn(person, run.month);
  const others = all.filter((person) => !isPaid(person));
  const [people, stale] = await Promise.all([
    readPaid(all.filter(isPaid), run, now),
    findSlipIds(others.map(({ _id }) => slipId(_id, run.month))),
  ]);
  return { people, stale, leftOut, next };
}

/** What is stored about these people, a call for each kind of record, and one for each month that is worked out again. */
export async function readPaid(
  people: readonly Employee[],
  run: RunFacts,
  now: number,
): Promise<PayPageRead['people']> {
  const { month, paidOn, earlier } = run;
  if (people.length === 0) return [];
  const ids = people.map(({ _id }) => _id);
  const last = addMonths(month, -1);
  const months = [...new Set([month, last, ...earlier.map((each) => each.month)])];
  const [salaries, taxFiles, insured, slips, once, ...timesOf] = await Promise.all([
    findSalaries(ids),
    findTaxFiles(ids, Number(paidOn.slice(0, 4))),
    findInsuranceOf(
      people.map(({ _id, city }) => ({ id: _id, city })),
      [month, ...earlier.map((each) => each.month)],
    ),
    findSlips(ids.flatMap((id) => months.map((each) => slipId(id, each)))),
    readOneOff(people, run, now),
    ...[month, ...earlier.map((each) => each.month)].map((each) => readMonth(ids, each, now)),
  ]);
  const [own, ...again] = timesOf;
  const away = await findEarlier(people, month, slips);
  // The rules were read with the grades.
  const bonusChanges = await findBonusSetters(now);
  return people.map((person) => {
    const id = person._id;
    return {
      ...{ person, salary: salaries.get(id)?.versions ?? [], tax: taxFiles.get(id) ?? PLAIN_TAX },
      insurance: insured.get(month)?.get(id) ?? null,
      once: once.get(id) ?? NOTHING_ONCE,
      ...{ time: own?.times.get(id) ?? null, bonus: own?.bonuses.get(id) ?? null, bonusChanges },
      last: slips.get(slipId(id, last)) ?? away.get(id) ?? null,
      earlier: new Map(
        again.map(({ of, times, bonuses }) => {
          const [time = null, bonus = null] = [times.get(id), bonuses.get(id)];
          const insurance = insured.get(of)?.get(id) ?? null;
          return [of, { time, bonus, insurance, slip: slips.get(slipId(id, of)) ?? null }] as const;
        }),
      ),
      before: slips.get(slipId(id, month)),
    };
  });
}

/** Attendance and grades of a month. */
async function readMonth(ids: readonly string[], of: Month, now: number) {
  const [times, answers] = await Promise.all([findSettledTime(ids, of), bonusesOf(of, ids, now)]);
  const bonuses = new Map(ids.map((id) => [id, slipBonus(of, answers.get(id))] as const));
  return { of, times, bonuses };
}

/** Months of a tax year that somebody may have been away for. */
const MONTHS_BACK = 10;

/** The latest slips of those who have none of the month before although they were there: one call, or none. */
async function findEarlier(
  people: readonly Employee[],
  month: Month,
  known: ReadonlyMap<string, StoredSlip>,
): Promise<ReadonlyMap<string, StoredSlip>> {
  const last = addMonths(month, -1);
  const missing = people.filter(
    ({ _id, hiredOn }) => !known.has(slipId(_id, last)) && hiredOn.slice(0, 7) < last,
  );
  const months = Array.from({ length: MONTHS_BACK }, (_, index) => addMonths(month, -2 - index));
  const found = await findSlips(missing.flatMap(({ _id }) => months.map((each) => slipId(_id, each))));
  return new Map(
    missing.flatMap(({ _id }) => {
      const latest = months.map((each) => found.get(slipId(_id, each))).find((slip) => slip !== undefined);
      return latest ? [[_id, latest] as const] : [];
    }),
  );
}

/** Works out the slips of a page. Idempotent: only those that are new or have changed are due to be saved, or to be removed. */
export function workOutPage(
  run: RunFacts,
  { people, stale, leftOut, next }: PayPageRead,
): { readonly due: readonly SlipToSave[]; readonly page: PageOfSlips } {
  const outcomes = people.map((facts) => ({ facts, outcome: outcomeOf(run, facts) }));
  const made = outcomes.flatMap(({ facts, outcome }) =>
    'content' in outcome ? [{ facts, content: outcome.content }] : [],
  );
  const due = made.flatMap(({ facts: { person, before }, content }): SlipToSave[] => {
    const isSame =
      before?.paidOn === run.paidOn && JSON.stringify(before.content) === JSON.stringify(content);
    return isSame ? [] : [{ before, employeeId: person._id, month: run.month, paidOn: run.paidOn, content }];
  });
  const page: PageOfSlips = {
    ...{ people: made.length, written: due.length + stale.length, next },
    warnings: made.reduce((sum, { content }) => sum + content.warnings.filter(isPersonal).length, 0),
    totals: made.map(({ content }) => content.totals),
    itemsChanged: itemChangesIn(
      run.changedItems,
      made.map(({ facts, content }) => ({
        ...{ person: briefOf(facts.person), content, last: facts.last?.content ?? null },
      })),
    ),
    oneOffBy: made.flatMap(({ facts: { once, person } }) => enteredBy(once.pay?.changedBy ?? [], person)),
    basesBy: made.flatMap(({ facts: { insurance, person } }) =>
      enteredBy(setters(run, insurance?.changes), person),
    ),
    ratesBy: made.flatMap(({ facts: { bonus, bonusChanges, earlier, person } }) =>
      [{ bonus }, ...earlier.values()].some((each) => each.bonus !== null)
        ? enteredBy(setters(run, bonusChanges), person)
        : [],
    ),
    itemMarks: marksOf(run.items),
    blockers: [
      ...outcomes.flatMap(({ facts, outcome }) =>
        'blocked' in outcome ? [blockerOf(briefOf(facts.person), outcome)] : [],
      ),
      ...leftOut.map((id) => blockerOf({ id, name: id, nameEn: id }, EMPLOYEE_UNREADABLE)),
    ],
  };
  return { due, page };
}

/** Who has changed it since the month before was locked, or before that for this month. */
const setters = ({ since, month }: RunFacts, changes: readonly InputChange[] = []): string[] =>
  changes.filter(({ at, months }) => at >= since || months.includes(month)).map(({ by }) => by);

const enteredBy = (ids: readonly string[], person: Employee): EnteredBy[] =>
  [...new Set(ids)].map((by) => ({ by, about: { count: 1, people: [briefOf(person)] } }));

type Blocked = Extract<SlipOutcome, { blocked: unknown }>;
/** The other rules say what is wrong by themselves. */
const EXPLAINED: ReadonlySet<PayBlocker['rule']> = new Set(['formula', 'refused']);
const EMPLOYEE_UNREADABLE: Blocked = { blocked: 'unreadable', record: 'employees' };

const blockerOf = (person: PersonBrief, { blocked: rule, error, record }: Blocked): PayBlocker => ({
  ...{ person, rule },
  ...(error && EXPLAINED.has(rule) && { error: { code: error.code, data: { ...error.data } } }),
  ...(record !== undefined && { record }),
});

/**
 * The slip of one person, or why there is none; whatever it is, nobody else is touched. A record that is there and cannot be
 * used is not treated as absent: without it somebody would be paid by too little.
 */
export function outcomeOf(run: RunFacts, facts: PayPageRead['people'][number]): SlipOutcome {
  const { _id, city } = facts.person;
  const record = leftOutAbout(_id) ?? leftOutAbout(city);
  if (record !== null) return { blocked: 'unreadable', record };
  const document = slipId(_id, run.month);
  return (
    isolated({ collection: payslips.name, document }, () => workOutSlip(run, facts)) ?? {
      ...{ blocked: 'unreadable', record: payslips.name },
    }
  );
}
