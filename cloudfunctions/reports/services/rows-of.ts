import type { Day, Instant, Month } from '#contracts/common';
import type { ReportKind } from '#contracts/report';
import { findAccounts } from '../../accounts/public';
import { findSubmittedRequests } from '../../approvals/public';
import { findMonthReports, type MonthReport } from '../../attendance/public';
import { findLeaveTypes } from '../../leave/public';
import { isPaidOut, ruleOn } from '../../leave/rules';
import { departmentsById } from '../../people/public';
import { findLockedMonths } from '../../settlement/public';
import { addMonths, dayOf, midnight, monthOf } from '../../shared/calendar/company-time';
import { isolated } from '../../shared/faults/isolated';
import type { Employee } from '../../shared/kernel/employee';
import { DAY_FIELDS } from '../domain/attendance-fields';
import { LEAVE_FIELDS, leaveLines } from '../domain/leave-fields';
import { monthFields, type PersonMonth } from '../domain/month-fields';
import type { AboutPerson } from '../domain/people-fields';
import type { ReportOrder } from '../domain/report';
import { REQUEST_FIELDS } from '../domain/request-fields';
import { type Column, type Field, type Row, rowOf } from '../domain/table';
import { basisSource, distributionSource, goalSource, resultSource } from './appraisal-sources';
import { flagSource, ledgerSource, receiptSource } from './more-sources';
import { always, type CompanySource, type Question, type Source } from './source';

const startOf = (month: Month): Instant => midnight(`${month}-01` as Day);
const idsOf = ({ people }: Question): string[] => people.map(({ person }) => person._id);

const monthSource: Source<PersonMonth> = {
  async fields(month, now) {
    const [types, locked] = await Promise.all([findLeaveTypes(now), findLockedMonths([month], now)]);
    return monthFields(types, locked.length > 0);
  },
  find: findMonths,
  hasTotals: true,
};

async function findMonths(
  question: Question,
  leaveOut: (employeeId: string) => void,
): Promise<(AboutPerson & MonthReport)[]> {
  const { people, month, now } = question;
  const employees = people.map(({ person }) => person);
  const reports = await findMonthReports(employees, month, now);
  const byId = new Map(reports.map((report) => [report.employeeId, report]));
  return people.flatMap((about) => {
    const report = byId.get(about.person._id);
    if (!report) leaveOut(about.person._id);
    return report ? [{ ...about, ...report }] : [];
  });
}

/** Days that have begun, of people who were employed on them. */
const daySource: Source<Parameters<(typeof DAY_FIELDS)[number]['value']>[0]> = {
  fields: always(DAY_FIELDS),
  hasTotals: true,
  async find(question, leaveOut) {
    const today = dayOf(question.now);
    return (await findMonths(question, leaveOut)).flatMap(({ person, department, days }) =>
      days
        .filter(({ day, state }) => day <= today && state !== 'none')
        .map((day) => ({ person, department, day })),
    );
  },
};

/** As the ledger was at the end of the month, or is now. */
const leaveSource: Source<Parameters<(typeof LEAVE_FIELDS)[number]['value']>[0]> = {
  fields: always(LEAVE_FIELDS),
  // Days of one type of leave and of another are not the same thing.
  hasTotals: false,
  async find(question, leaveOut) {
    const end = Math.min(startOf(addMonths(question.month, 1)), question.now);
    const [accounts, types] = await Promise.all([
      // What expired since the start of the year is a column.
      findAccounts(idsOf(question), `${question.month.slice(0, 4)}-01-01` as Day),
      findLeaveTypes(question.now),
    ]);
    const byId = new Map(types.map((type) => [type._id, type]));
    return question.people.flatMap((about) => {
      const account = accounts.get(about.person._id);
      if (!account) leaveOut(about.person._id);
      const lines = account ? leaveLines(account, dayOf(end - 1)) : [];
      return lines.map((line) => {
        const type = byId.get(line.typeId);
        const { leftOn, city } = about.person;
        const leaves = type && leftOn !== null && monthOf(leftOn) === question.month;
        const isPaid = leaves && isPaidOut(ruleOn(type, city, leftOn)?.grant?.by);
        const isHours = type && ruleOn(type, city, dayOf(end - 1))?.unit === 'hour';
        const unit = isHours ? ('hour' as const) : ('day' as const);
        return { ...about, line, unit, typeName: type?.name ?? null, payOut: isPaid ? line.left : null };
      });
    });
  },
};

const requestSource: Source<Parameters<(typeof REQUEST_FIELDS)[number]['value']>[0]> = {
  fields: always(REQUEST_FIELDS),
  hasTotals: true,
  async find(question) {
    const { month, people } = question;
    const [from, to] = [startOf(month), startOf(addMonths(month, 1))];
    const found = await findSubmittedRequests(idsOf(question), from, to);
    const about = new Map(people.map((each) => [each.person._id, each]));
    return found.flatMap((request) => {
      const person = about.get(request.applicantId);
      return person ? [{ ...person, request }] : [];
    });
  },
};

/** Rows about some people, and how many of them have none because a record of theirs cannot be used. */
interface FoundRows {
  readonly rows: readonly Row[];
  readonly leftOut: number;
}
type Rows = (order: ReportOrder, people: readonly Employee[], now: Instant) => Promise<FoundRows>;

interface Reporting {
  readonly columns: readonly Column[];
  readonly rows: Rows;
  readonly hasTotals: boolean;
  /** Its rows are about no people, and asked for once. */
  readonly isOfCompany?: true;
}

const reporting =
  <T extends AboutPerson>({ fields: fieldsOf, find, hasTotals }: Source<T>) =>
  async (month: Month, now: Instant): Promise<Reporting> => {
    const fields = await fieldsOf(month, now);
    return { columns: fields, rows: rowsIn(fields, find), hasTotals };
  };

const companyReporting =
  <T>({ fields, find }: CompanySource<T>) =>
  async (): Promise<Reporting> => ({
    ...{ columns: fields, hasTotals: false, isOfCompany: true },
    rows: async ({ month, language }, _, now) => ({
      rows: (await find(month, now)).map((thing) => rowOf(fields, thing, language)),
      leftOut: 0,
    }),
  });

const rowsIn =
  <T extends AboutPerson>(fields: readonly Field<T>[], find: Source<T>['find']): Rows =>
  async ({ month, language }, people, now) => {
    const departments = await departmentsById(
      people.map(({ departmentId }) => departmentId),
      now,
    );
    const about = people.map((person) => ({
      person,
      department: departments.get(person.departmentId)?.name ?? null,
    }));
    const leftOut = new Set<string>();
    const things = await find({ month, people: about, now }, (id) => leftOut.add(id));
    const rows = things.flatMap((thing) => {
      const document = thing.person._id;
      const row = isolated({ collection: 'employees', document }, () => rowOf(fields, thing, language));
      if (!row) leftOut.add(document);
      return row ? [row] : [];
    });
    return { rows, leftOut: leftOut.size };
  };

/** The columns of every kind of report, and the rows of some people. */
export const REPORTS: Readonly<Record<ReportKind, (month: Month, now: Instant) => Promise<Reporting>>> = {
  'attendance-month': reporting(monthSource),
  'attendance-days': reporting(daySource),
  'attendance-flags': reporting(flagSource),
  'leave-balances': reporting(leaveSource),
  'leave-ledger': reporting(ledgerSource),
  requests: reporting(requestSource),
  receipts: reporting(receiptSource),
  goals: reporting(goalSource),
  'appraisal-results': reporting(resultSource),
  'appraisal-basis': reporting(basisSource),
  'appraisal-distribution': companyReporting(distributionSource),
};
