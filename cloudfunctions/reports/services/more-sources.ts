import type { Day, Instant, Month } from '#contracts/common';
import { requestNumber } from '../../../miniprogram/common/request-number';
import { findAccounts } from '../../accounts/public';
import { findRequestKeys } from '../../approvals/public';
import { findFlagsOf } from '../../attendance/public';
import { findReceiptsOf } from '../../expense/public';
import { findLeaveTypes } from '../../leave/public';
import { ruleOn } from '../../leave/rules';
import { addMonths, dayOf, daysOfMonth, midnight } from '../../shared/calendar/company-time';
import { FLAG_FIELDS, type PersonFlag } from '../domain/flag-fields';
import { type CountedIn, LEDGER_FIELDS, type PersonEntry } from '../domain/ledger-fields';
import type { AboutPerson } from '../domain/people-fields';
import { type PersonReceipt, RECEIPT_FIELDS } from '../domain/receipt-fields';
import { always, type Question, type Source } from './source';

const startOf = (month: Month): Instant => midnight(`${month}-01` as Day);
const idsOf = ({ people }: Question): string[] => people.map(({ person }) => person._id);
const personIn = ({ people }: Question): ReadonlyMap<string, AboutPerson> =>
  new Map(people.map((each) => [each.person._id, each]));

/** The readable numbers of these requests. */
async function numbersOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  const found = await findRequestKeys(wanted);
  return new Map(found.map((each) => [each._id, requestNumber(each.applicantId, each.submittedAt)]));
}
const numberIn = (numbers: ReadonlyMap<string, string>, id: string | null): string | null =>
  id === null ? null : (numbers.get(id) ?? null);

export const ledgerSource: Source<PersonEntry> = {
  fields: always(LEDGER_FIELDS),
  // Days of one type and hours of another are not the same thing.
  hasTotals: false,
  async find(question, leaveOut) {
    const { month, people, now } = question;
    const [from, to] = [startOf(month), startOf(addMonths(month, 1))];
    const [accounts, types] = await Promise.all([
      findAccounts(idsOf(question), dayOf(from)),
      findLeaveTypes(now),
    ]);
    const byId = new Map(types.map((type) => [type._id, type]));
    const rows = people.flatMap((about) => {
      const account = accounts.get(about.person._id);
      if (!account) leaveOut(about.person._id);
      const entries = Object.values(account?.entries ?? {});
      const booked = entries
        .filter(({ at }) => from <= at && at < to)
        .sort((one, other) => one.at - other.at);
      return booked.map((entry) => {
        const type = byId.get(entry.typeId);
        const rule = type && ruleOn(type, about.person.city, entry.validFrom ?? (`${month}-01` as Day));
        const unit: CountedIn = rule?.unit === 'hour' ? 'hour' : 'day';
        return { ...about, entry, typeName: type?.name ?? null, unit };
      });
    });
    const numbers = await numbersOf(rows.map(({ entry }) => entry.requestId));
    return rows.map((row) => ({ ...row, requestNumber: numberIn(numbers, row.entry.requestId) }));
  },
};

export const flagSource: Source<PersonFlag> = {
  fields: always(FLAG_FIELDS),
  hasTotals: false,
  async find(question) {
    const days = daysOfMonth(question.month);
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) return [];
    const flags = await findFlagsOf(idsOf(question), first, last, question.now);
    const about = personIn(question);
    return flags.flatMap((flag) => {
      const person = about.get(flag.employee.id);
      return person ? [{ ...person, flag }] : [];
    });
  },
};

export const receiptSource: Source<PersonReceipt> = {
  fields: always(RECEIPT_FIELDS),
  hasTotals: false,
  async find(question) {
    const { month } = question;
    const receipts = await findReceiptsOf(idsOf(question), startOf(month), startOf(addMonths(month, 1)));
    const about = personIn(question);
    const numbers = await numbersOf(receipts.map(({ requestId }) => requestId));
    return receipts.flatMap((receipt) => {
      const person = about.get(receipt.employeeId);
      return person ? [{ ...person, receipt, requestNumber: numberIn(numbers, receipt.requestId) }] : [];
    });
  },
};
