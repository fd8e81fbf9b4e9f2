import { askOf, type Cloud, type Who } from './ask';
import { dayOf, instantOf, monthStart } from './demo-days';
import { type DemoPerson, demoPeople } from './demo-person';
import { randomInteger } from './random';

/** Each enters what the other one may not: their own. */
const OFFICERS = ['E0006', 'E0058'] as const;
const PASS = '135790';
/** Of whom something is missing, so that files name them. */
const WITHOUT_ACCOUNT = 'E0033';
const WITHOUT_CARD = 'E0041';
const MAX_LINES = 100;

const EXPENSES = [
  { departmentId: 'D10', account: { code: '5301.01', name: '研发支出-工资' } },
  { departmentId: 'D20', account: { code: '6601.01', name: '销售费用-工资' } },
];

/**
 * Accounts and identity cards of everybody, and the books of the company, by the functions. The numbers are nobody's: no
 * identity card begins with 99. Before the last month was paid, so that only what changes after it is new. Only for a company
 * without any.
 */
export async function seedPayees(cloud: Cloud, now: number): Promise<void> {
  if ((await cloud.db.count('pay_details')) > 0) return;
  const pay = askOf('payroll');
  const before = await cloud.db.find('pay_passes');
  const today = dayOf(now);
  const people = demoPeople(today);
  const at = instantOf(monthStart(today, 1), 8 * 60);
  for (const [index, by] of OFFICERS.entries()) {
    const who: Who = { by, at };
    const { token: opening } = await pay<{ token: string }>(cloud, who, 'setPass', { pass: PASS });
    const isOther = ({ id }: DemoPerson) => (index === 0 ? id !== by : id === OFFICERS[0]);
    const entries = people.filter(isOther).map(entryOf).slice(0, MAX_LINES);
    await pay(cloud, who, 'savePayees', { entries, opening });
    if (index > 0) continue;
    const settings = await pay<Record<string, unknown>>(cloud, who, 'payFileSettings', { opening });
    const { accounts, expense, departments } = settings;
    const known = new Set((departments as readonly { id: string }[]).map(({ id }) => id));
    await pay(cloud, who, 'savePayFileSettings', {
      settings: {
        payer: { name: '示例科技有限公司', account: '310066661018000001', bank: '示例银行上海分行' },
        ...{ accounts, expense, centres: EXPENSES.filter(({ departmentId }) => known.has(departmentId)) },
      },
      ...{ expectedVersion: 0, opening },
    });
  }
  // Who tries the demo as one of them sets a passcode of their own.
  await cloud.db.replaceAll({ pay_passes: before });
}

function entryOf({ id }: DemoPerson) {
  const number = id.slice(1);
  const hasAccount = id !== WITHOUT_ACCOUNT;
  return {
    ...{ employeeId: id, idKind: 'resident', phone: `1380000${number}` },
    idNumber: id === WITHOUT_CARD ? '' : idNumberOf(id),
    account: hasAccount ? `6222020200${number}${randomInteger(10_001, 99_999, id, 'account')}` : '',
    ...(hasAccount ? { bank: '示例银行上海分行', place: '上海' } : { bank: '', place: '' }),
  };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** With the right check character, of a place that does not exist. */
function idNumberOf(id: string): string {
  const [year, month, day] = [
    randomInteger(1968, 2001, id, 'year'),
    randomInteger(1, 12, id, 'month'),
    randomInteger(1, 28, id, 'day'),
  ].map((each) => String(each).padStart(2, '0'));
  const digits = `990000${year}${month}${day}${id.slice(-3)}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + '10X98765432'[sum % 11];
}
