import { decryptText } from '../../cloudfunctions/shared/privacy/field-cipher';
import { PAID, payrollCompany, payrollSeed } from '../unit/cloudfunctions/support/payroll-company';
import { employeeDocument, PEOPLE, requestSeed } from '../unit/cloudfunctions/support/request-company';
import { FIELD_KEYS } from './cloud';
import { type InstrumentOptions, openInstrumentedCompany } from './instrumented-company';

type Documents = Record<string, Record<string, unknown>[]>;

/** What a slip says, as far as these tests look at it. */
interface OpenedSlip {
  readonly employeeId: string;
  readonly month: string;
  readonly rev: number;
  readonly content: {
    readonly city: string | null;
    readonly totals: { readonly gross: number; readonly net: number };
  };
  readonly answers: {
    readonly confirmedVersion: number;
    readonly disputes: readonly { readonly id: string; readonly answer: object | null }[];
  };
}

/**
 * The company of the payroll tests under an instrument; everybody has a salary, and a third person of payroll is the
 * `peer`. `begin` puts the database to where a run begins.
 */
export async function openInstrumentedPayroll(now: string, options: InstrumentOptions = {}) {
  const company = payrollCompany(await openInstrumentedCompany(now, options));
  const everything = async (): Promise<Documents> => {
    const found = company.db.collectionNames().map(async (name) => [name, await company.db.find(name)]);
    return Object.fromEntries(await Promise.all(found)) as Documents;
  };
  const restore = async (documents: Documents): Promise<void> => {
    const none = company.db.collectionNames().map((name) => [name, []]);
    await company.db.replaceAll({ ...Object.fromEntries(none), ...documents });
  };
  const begin = async (documents: Documents): Promise<void> => {
    company.clock.set(Date.parse(now));
    await restore(documents);
  };
  /** What is stored of a month, in clear, in the order of its people. */
  const slipsOf = async (month: string): Promise<readonly OpenedSlip[]> => {
    process.env.FIELD_KEYS = FIELD_KEYS;
    const found = await company.db.find('payslips', { month });
    return found
      .map(({ _id, employeeId, rev, sealed, sealedAnswers }) => ({
        ...{ employeeId: String(employeeId), month, rev: Number(rev) },
        content: JSON.parse(decryptText(String(sealed), `payslips:${_id}`)),
        answers: JSON.parse(decryptText(String(sealedAnswers), `payslips:${_id}:answers`)),
      }))
      .sort((one, other) => (one.employeeId < other.employeeId ? -1 : 1));
  };
  return {
    ...company,
    everything,
    restore,
    begin,
    slipsOf,
    run: (month: string) => company.db.get('payroll_runs', month),
    async beginPaid(more: Documents = {}): Promise<Documents> {
      const seed = requestSeed(payrollSeed());
      const employees = seed.employees.map((each) =>
        each._id === PEOPLE.peer ? employeeDocument('peer', { roles: ['employee', 'payroll'] }) : each,
      );
      await begin({ ...seed, ...more, employees: [...employees, ...(more.employees ?? [])] });
      for (const who of PAID) await company.setSalary(who, who === 'staff' ? 21_750 : 12_000);
      return everything();
    },
  };
}
