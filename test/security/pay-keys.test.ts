import { decryptText, encryptLongText, encryptText } from '../../cloudfunctions/shared/privacy/field-cipher';
import { openPerFile } from '../support/open';
import {
  MONTH,
  PAID,
  PAY_DAY,
  payrollCompany,
  payrollSeed,
} from '../unit/cloudfunctions/support/payroll-company';
import { openRequestCompany, PEOPLE } from '../unit/cloudfunctions/support/request-company';
import { ACTIONS } from './support/every-row';

jest.setTimeout(300_000);

/** Keys of pay while they are changed, and ciphertexts that somebody has changed. */

const keyOf = (id: string, byte: number) => `${id}=${Buffer.alloc(32, byte).toString('base64')}`;
const [OLD, NEW] = [keyOf('k1', 1), keyOf('k2', 2)];
const NOW = '2026-11-05T09:00:00+08:00';
const PASS = '908172';

const openWith = async (
  FIELD_KEYS: string,
  seed: Record<string, Record<string, unknown>[]> = payrollSeed(),
) =>
  payrollCompany(await openRequestCompany(NOW, { variables: { payroll: { FIELD_KEYS } }, seed }), FIELD_KEYS);
type Company = Awaited<ReturnType<typeof openWith>>;

const everything = async ({ db }: Company) =>
  Object.fromEntries(
    await Promise.all(db.collectionNames().map(async (name) => [name, await db.find(name)] as const)),
  );
/** The key of every encrypted text, by collection. */
const keysOf = (documents: Record<string, object[]>) =>
  Object.entries(documents).flatMap(([name, found]) =>
    [...JSON.stringify(found).matchAll(/sealed[12]\.([^.]+)\./g)].map(([, key]) => `${name} ${key}`),
  );
const timer = ({ invoke }: Company) =>
  invoke(
    'payroll',
    { Type: 'Timer', TriggerName: 'payroll', Time: '' },
    { as: { kind: 'timer', name: 'payroll' } },
  );

const FEN = 2_000_000;
/** What the row of an action sends. */
const inputOf = (action: string) => ACTIONS.find(({ name }) => name === action)?.input ?? {};

/** A month-end that leaves something in each collection that has encrypted texts. */
async function monthEnd(company: Company): Promise<void> {
  const must = async (who: 'payroll' | 'staff' | 'hr2', action: string, input: object) => {
    const { ok, data, error } = await company.pay(who, action, input);
    if (!ok) throw new Error(`${action}: ${JSON.stringify(error)}`);
    return data;
  };
  for (const who of PAID) await company.setSalary(who, who === 'staff' ? 21_750 : 12_000);
  const bases = { from: '2026-07', insurance: FEN, fund: FEN, isLocal: false, isPensioner: false };
  await must('payroll', 'saveBases', { entries: [{ employeeId: PEOPLE.staff, ...bases }] });
  await must('payroll', 'saveTaxYear', {
    ...{ employeeId: PEOPLE.staff, year: 2026, version: 0 },
    draft: { kind: 'resident', allowance: 'first-job', carryIn: null, bonusTaxedOn: null },
    facts: { monthsDeclared: 0, hadOtherPayer: false, incomeBefore: 0, hadIncomeThisYear: false },
  });
  await must('staff', 'declareDeduction', inputOf('payroll.declareDeduction'));
  const entry = { kind: 'amount', amount: 3_700_000 };
  const bonus = { month: MONTH, paidOn: PAY_DAY, rev: 0, entry, way: 'merged' };
  await must('payroll', 'saveBonus', { employeeId: PEOPLE.peer, ...bonus });
  await company.calculate();
  await company.lock();
  await company.publish();
  const { token: opening } = await must('staff', 'setPass', { pass: PASS });
  await must('staff', 'payslip', { month: MONTH, opening });
  const { token } = await must('payroll', 'setPass', { pass: PASS });
  const { token: hr2 } = await must('hr2', 'setPass', { pass: PASS });
  const line = { employeeId: PEOPLE.staff, from: '2026-12-01', wage: FEN };
  const ask = (key: string) => must('payroll', 'askSalaryChange', { key, reason: '调薪', lines: [line] });
  const { id, rev } = await ask('salary-change-0001');
  await must('hr2', 'decideSalaryChange', { id, rev, verb: 'reject', comment: '太多', opening: hr2 });
  await ask('salary-change-0002');
  const payees = inputOf('payroll.savePayees');
  await must('payroll', 'savePayees', { ...payees, opening: token });
  await must('payroll', 'savePayFileSettings', { ...inputOf('payroll.savePayFileSettings'), opening: token });
  const file = { key: 'file-key-0000000001', file: 'register', format: 'csv', language: 'en', month: MONTH };
  await must('payroll', 'exportPayFile', { ...file, opening: token });
}

const company = openPerFile(async () => {
  const before = await openWith(OLD);
  await monthEnd(before);
  const documents = await everything(before);
  await before.close();
  return openWith(`${NEW},${OLD}`, documents as Record<string, Record<string, unknown>[]>);
});

test('what the older key has encrypted is read, and what is saved meanwhile has the new one', async () => {
  const keys = new Set(keysOf(await everything(company)));
  for (const name of [
    'salaries',
    'payslips',
    'payroll_runs',
    'insurance_bases',
    'contributions',
    'tax_years',
    'one_off_pay',
    'pay_details',
    'pay_passes',
    ...['tax_deductions', 'pay_file_settings', 'pay_files', 'requests'],
  ])
    expect([name, keys.has(`${name} k1`)]).toEqual([name, true]);
  expect([...keys].filter((each) => each.endsWith('k2'))).toEqual([]);
  const opened = await company.pay('staff', 'openPay', { pass: PASS });
  const { data } = await company.pay('staff', 'payslip', { month: MONTH, opening: opened.data.token });
  expect(data.net.amount).toBeGreaterThan(0);
  expect(new Set(keysOf({ pay_passes: await company.db.find('pay_passes', { _id: PEOPLE.staff }) }))).toEqual(
    new Set(['pay_passes k1']),
  );
  await company.setSalary('peer', 12_500);
  expect(keysOf({ salaries: await company.db.find('salaries', { _id: PEOPLE.peer }) })).toEqual([
    'salaries k2',
  ]);
});

test('the timer writes the rest anew; nothing else of a document changes, and then it says that the older key can go', async () => {
  const plain = (documents: Record<string, object[]>) =>
    JSON.stringify(documents).replace(/sealed[12]\.[A-Za-z0-9._-]+/g, 'sealed');
  const before = await everything(company);
  const first = await timer(company);
  expect(first.logs.map(({ text }) => text).join('\n')).not.toContain('KEYS_ROTATED');
  const after = await everything(company);
  expect(plain(after)).toBe(plain(before));
  expect(keysOf(after).filter((each) => each.endsWith('k1'))).toEqual([]);
  expect(keysOf(after)).toHaveLength(keysOf(before).length);
  const second = await timer(company);
  expect(second.logs.map(({ text }) => text).join('\n')).toContain('KEYS_ROTATED');
  expect(await everything(company)).toEqual(after);
  const again = await company.calculate(MONTH, { again: true });
  expect(again.error?.data).toMatchObject({ rule: 'locked' });
  const { data } = await company.pay('payroll', 'previewPay', { month: MONTH });
  expect(data.items).toHaveLength(4);
});

test('the ciphertexts of two people in each other’s place are refused, everywhere', async () => {
  const swapped = async (name: string, one: string, other: string, field = 'sealed') => {
    const [a, b] = [await company.db.get(name, one), await company.db.get(name, other)];
    await company.db.updateMany(name, { _id: one }, { $set: { [field]: b?.[field] } });
    await company.db.updateMany(name, { _id: other }, { $set: { [field]: a?.[field] } });
  };
  const slips = [`${PEOPLE.staff}:${MONTH}`, `${PEOPLE.peer}:${MONTH}`] as const;
  await swapped('payslips', ...slips);
  const { data: seen } = await company.pay('payroll', 'previewPay', { month: MONTH });
  expect(seen.items).toHaveLength(2);
  const opened = await company.pay('staff', 'openPay', { pass: PASS });
  const own = await company.pay('staff', 'payslip', { month: MONTH, opening: opened.data.token });
  expect(own.error).toEqual({ code: 'NOT_FOUND', data: { what: 'payslip' } });
  await swapped('payslips', ...slips);
  await swapped('salaries', PEOPLE.staff, PEOPLE.peer);
  expect((await company.pay('payroll', 'salary', { employeeId: PEOPLE.staff })).error?.code).toBe(
    'RECORD_FAULTY',
  );
  await swapped('salaries', PEOPLE.staff, PEOPLE.peer);
  // The passcode of another one opens nothing.
  await swapped('pay_passes', PEOPLE.staff, PEOPLE.payroll, 'hash');
  expect((await company.pay('staff', 'openPay', { pass: PASS })).ok).toBe(false);
  await swapped('pay_passes', PEOPLE.staff, PEOPLE.payroll, 'hash');
  // Neither do the answers of a slip in the place of what it says.
  const [slip] = await company.db.find('payslips', { _id: slips[0] });
  await company.db.updateMany('payslips', { _id: slips[0] }, { $set: { sealed: slip?.sealedAnswers } });
  expect((await company.pay('payroll', 'previewPay', { month: MONTH })).data.items).toHaveLength(3);
  await company.db.updateMany('payslips', { _id: slips[0] }, { $set: { sealed: slip?.sealed } });
});

describe('a ciphertext', () => {
  const before = process.env.FIELD_KEYS;
  beforeAll(() => {
    process.env.FIELD_KEYS = `${NEW},${OLD}`;
  });
  afterAll(() => {
    process.env.FIELD_KEYS = before;
  });
  const text = JSON.stringify([{ from: '2026-01-05', wage: 2_175_000, method: '21.75', entered: {} }]);
  const place = 'salaries:E0012';

  test('of which one bit was changed is refused, in ten thousand places', () => {
    const FLIPS = 10_000;
    let flips = 0;
    while (flips < FLIPS) {
      const sealed = encryptText(text, place);
      const [format, key, content = ''] = sealed.split('.');
      const bytes = Buffer.from(content, 'base64url');
      for (let bit = 0; bit < bytes.length * 8 && flips < FLIPS; bit += 1) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const forged = [format, key, changed.toString('base64url')].join('.');
        expect(() => decryptText(forged, place)).toThrow();
        flips += 1;
      }
    }
    expect(flips).toBe(FLIPS);
  });

  test('of a long text is compressed, refused with one bit changed, and no text of the other format', () => {
    const long = text.repeat(100);
    const sealed = encryptLongText(long, place);
    expect(decryptText(sealed, place)).toBe(long);
    expect(sealed.length).toBeLessThan(long.length / 6);
    expect(() => decryptText(sealed.replace('sealed2', 'sealed1'), place)).toThrow('authenticate');
    expect(() => decryptText(encryptText(text, place).replace('sealed1', 'sealed2'), place)).toThrow(
      'authenticate',
    );
    expect(() => decryptText(sealed, 'salaries:E0013')).toThrow('authenticate');
    const [format, key, content = ''] = sealed.split('.');
    const bytes = Buffer.from(content, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => decryptText([format, key, changed.toString('base64url')].join('.'), place)).toThrow();
    }
  });

  test('is bound to its record, and names its key', () => {
    const sealed = encryptText(text, place);
    expect(decryptText(sealed, place)).toBe(text);
    for (const other of ['salaries:E0013', 'payslips:E0012', 'salaries:E001', ''])
      expect(() => decryptText(sealed, other)).toThrow();
    expect(() => decryptText(sealed.replace('.k2.', '.k1.'), place)).toThrow();
    expect(() => decryptText(sealed.replace('.k2.', '.k3.'), place)).toThrow('SETUP_MISSING');
    for (const broken of ['', 'sealed1', 'sealed1.k2', 'sealed1.k2.', 'sealed2.k2.AAAA', sealed.slice(0, -8)])
      expect(() => decryptText(broken, place)).toThrow();
  });

  test('of the next key is read by instances that do not encrypt with it yet', () => {
    process.env.FIELD_KEYS = NEW;
    const early = encryptText(text, place);
    process.env.FIELD_KEYS = `${OLD},next:${NEW}`;
    expect(decryptText(early, place)).toBe(text);
    expect(encryptText(text, place)).toMatch(/^sealed1\.k1\./);
    process.env.FIELD_KEYS = `next:${NEW}`;
    expect(() => encryptText(text, place)).toThrow('SETUP_MISSING');
    process.env.FIELD_KEYS = `${NEW},${OLD}`;
  });
});
