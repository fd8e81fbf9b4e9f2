import type { Payslip } from '#contracts/payslips';
import { openPerFile } from '../support/open';
import { MONTH, PAY_DAY, payrollCompany, settledMonth } from '../unit/cloudfunctions/support/payroll-company';
import {
  employeeDocument,
  openRequestCompany,
  PEOPLE,
  type Who,
} from '../unit/cloudfunctions/support/request-company';
import { ACTIONS, type Anybody, AUDIENCES, EMPLOYED, OTHERS, openidOf } from './support/every-row';

jest.setTimeout(300_000);

const NOW = '2026-11-05T09:00:00+08:00';
const PASS = '908172';
/** Of `staff`, in fen: numbers that nothing else comes to. */
const WAGE = 2_345_678;
/** What waits to be approved. */
const RAISE = 2_543_219;
const BASE = 1_987_654;
const BONUS_BEFORE = 13_579_113;

/** Where `staff` is paid to, and who they are. */
const PAYEE = {
  ...{ employeeId: PEOPLE.staff, idKind: 'resident', idNumber: '11010519491231002X', phone: '13800007391' },
  ...{ account: '6222020200099887766', bank: '工商银行', place: '上海' },
};
const NUMBERS = [PAYEE.idNumber, PAYEE.phone, PAYEE.account];
/** Of `NUMBERS`, those that a text has in clear, with or without blanks; also all but their first digits. */
const numbersIn = (text: string): readonly string[] => {
  const plain = text.replaceAll(/(?<=\d)[ -](?=\d)/g, '');
  return NUMBERS.filter((each) => plain.includes(each) || plain.includes(each.slice(4)));
};

/** The second officer, without whom nobody locks; belongs to another team. */
const SECOND = 'elsewhere' satisfies Who;

const company = openPerFile(async () => {
  const people = (Object.keys(PEOPLE) as Who[]).map((who) =>
    employeeDocument(who, who === SECOND ? { roles: ['employee', 'payroll'] } : {}),
  );
  const settlement = {
    ...{ _id: MONTH, rev: 1, state: 'locked', cursor: '', leaseUntil: 0, people: 1, written: 1, waiting: 0 },
    ...{ resumesAt: null, startedAt: 1, doneAt: 2, lockedAt: 3, lockedById: null },
  };
  return payrollCompany(
    await openRequestCompany(NOW, {
      functionRule: { '*': { invoke: true } },
      seed: {
        employees: people,
        settlements: [settlement],
        settled_months: Object.values(PEOPLE).map((id) => settledMonth(id, MONTH)),
      },
    }),
  );
});

/** What functions have logged, and every error that was answered. */
const logged: string[] = [];
const errors: string[] = [];
/** Amounts of the pay of `staff`, in fen. */
let amounts: ReadonlySet<number>;
let opening: string;
let disputeId: string;
let changeId: string;

async function ask(who: Anybody, name: string, input: object): Promise<string> {
  const [fn = '', action] = name.split('.');
  const as =
    who === 'console' || who === 'anonymous'
      ? { kind: who }
      : { kind: 'user' as const, openid: openidOf(who) };
  const { result, logs } = await company.invoke(fn, { action, input }, { as });
  logged.push(...logs.map(({ text }) => text));
  const { requestId: _, ...told } = result as { requestId: string; ok: boolean };
  const answer = JSON.stringify(told);
  if (!told.ok) errors.push(answer);
  return answer;
}

async function must<T>(who: Who, action: string, input: object): Promise<T> {
  const answer = JSON.parse(await ask(who, `payroll.${action}`, input)) as { ok: boolean; data: T };
  if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer)}`);
  return answer.data;
}

/** The first salary of `staff` is rejected and then approved, and a raise waits, each with amounts in its texts. */
async function changeSalaries(): Promise<void> {
  const { token } = await must<{ token: string }>(SECOND, 'setPass', { pass: PASS });
  const ask = (key: string, wage: number, from: string) =>
    must<{ id: string; rev: number }>('payroll', 'askSalaryChange', {
      ...{ key: `salary-change-${key}`, reason: `按 ${wage / 100} 元` },
      lines: [{ employeeId: PEOPLE.staff, from, wage }],
    });
  const decide = (change: object, verb: string) =>
    must(SECOND, 'decideSalaryChange', { ...change, verb, comment: `${WAGE / 100}`, opening: token });
  for (const [key, verb] of [
    ['0001', 'reject'],
    ['0002', 'approve'],
  ] as const) {
    const { id, rev } = await ask(key, WAGE, '2024-01-05');
    await decide({ id, rev }, verb);
  }
  changeId = (await ask('0003', RAISE, '2026-12-01')).id;
}

/** A whole month-end: salaries, bases, a tax year that was taken over, run, two persons, publication, a dispute. */
beforeAll(async () => {
  for (const who of Object.keys(PEOPLE)) {
    if (who !== 'staff') await company.setSalary(who as Who, 9_000);
  }
  await changeSalaries();
  const bases = { insurance: BASE, fund: BASE, isLocal: false, isPensioner: false };
  await must('payroll', 'saveBases', { entries: [{ employeeId: PEOPLE.staff, from: '2026-07', ...bases }] });
  const totals = { income: BONUS_BEFORE, exempt: 0, contributions: 0, other: 0, relief: 0, withheld: 0 };
  const carryIn = { source: 'earlier-system', from: '2026-01', until: '2026-09', totals };
  await must('payroll', 'saveTaxYear', {
    ...{ employeeId: PEOPLE.staff, year: 2026, version: 0 },
    draft: { kind: 'resident', allowance: 'monthly', carryIn, bonusTaxedOn: null },
    facts: { monthsDeclared: 0, hadOtherPayer: false, incomeBefore: 0, hadIncomeThisYear: false },
  });
  const run = await must<{ rev: number; blockers: object[] }>('payroll', 'calculatePay', {
    month: MONTH,
    paidOn: PAY_DAY,
  });
  expect(run.blockers).toEqual([]);
  const { rev } = await must<{ rev: number }>(SECOND, 'lockPay', { month: MONTH, rev: run.rev });
  await must('payroll', 'publishPay', { month: MONTH, rev });
  await must('peer', 'setPass', { pass: PASS });
  await must('payroll', 'resetPass', { employeeId: PEOPLE.peer });
  opening = (await must<{ token: string }>('staff', 'setPass', { pass: PASS })).token;
  const slip = await must<Payslip>('staff', 'payslip', { month: MONTH, opening });
  const { dispute } = await must<{ dispute: { id: string } }>('staff', 'disputePayslip', {
    ...{ key: 'dispute-key-000001', month: MONTH, version: 1, line: 'earnings/wage' },
    ...{ text: '少算了两天', opening },
  });
  disputeId = dispute.id;
  const { token } = await must<{ token: string }>('payroll', 'setPass', { pass: PASS });
  await must('payroll', 'savePayees', { entries: [PAYEE], opening: token });
  const settings = ACTIONS.find(({ name }) => name === 'payroll.savePayFileSettings')?.input ?? {};
  await must('payroll', 'savePayFileSettings', { ...settings, opening: token });
  const { accounts } = await must<{ accounts: { at: number }[] }>('payroll', 'payFiles', {
    month: MONTH,
    opening: token,
  });
  const accountsUntil = accounts[0]?.at;
  for (const [at, file] of ['cmb', 'tax-people-51', 'tax-wages-30', 'register'].entries())
    await must('payroll', 'exportPayFile', {
      ...{ key: `file-key-000000000${at}`, month: MONTH, file, format: 'xlsx', language: 'zh-CN' },
      ...{ opening: token, accountsUntil },
    });
  amounts = new Set([WAGE, RAISE, BASE, BONUS_BEFORE, ...amountsOf(slip.net), ...amountsOf(slip.employer)]);
  expect(amounts.size).toBeGreaterThan(8);
});

interface Step {
  readonly amount: number;
  readonly parts: readonly Step[];
}
/** Small ones are the amounts of many things. */
const LEAST = 10_000;
const amountsOf = ({ amount, parts }: Step): readonly number[] => [
  ...(Math.abs(amount) >= LEAST ? [Math.abs(amount)] : []),
  ...parts.flatMap(amountsOf),
];

/** Amounts of the pay of `staff` that a text has in clear, in fen or in yuan, with or without commas. */
function amountsIn(text: string): readonly number[] {
  const numbers = text.match(/(?<![\w.-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w-])/g) ?? [];
  return [
    ...new Set(
      numbers.flatMap((each) => {
        const value = Number(each.replaceAll(',', ''));
        return [value, Math.round(value * 100)].filter((fen) => amounts.has(fen));
      }),
    ),
  ];
}

const everything = async (): Promise<string> => {
  const found = company.db.collectionNames().map(async (name) => ({ [name]: await company.db.find(name) }));
  return JSON.stringify(await Promise.all(found));
};

test('after a month-end no amount stands in clear in the store, the log, a message, an audit line or an error', async () => {
  const store = await everything();
  for (const name of ['payslips', 'salaries', 'contributions', 'messages', 'readings', 'payroll_runs'])
    expect([name, await company.db.count(name)]).not.toEqual([name, 0]);
  expect(amountsIn(store)).toEqual([]);
  expect(amountsIn(logged.join('\n'))).toEqual([]);
  expect(amountsIn(errors.join('\n'))).toEqual([]);
});

test('neither does an account, an identity card or a phone number, nor what a file was made of', async () => {
  const store = await everything();
  for (const name of ['pay_details', 'pay_file_settings', 'pay_files', 'data_faults'])
    expect([name, await company.db.count(name)]).toEqual([
      name,
      name === 'data_faults' ? 0 : expect.any(Number),
    ]);
  expect(await company.db.count('pay_files')).toBe(4);
  for (const text of [store, logged.join('\n'), errors.join('\n')]) expect(numbersIn(text)).toEqual([]);
  // What stands in the open of a file: which, when, by whom and how many rows, and a name without a person.
  const files = await company.db.find('pay_files');
  const names = files.flatMap((each) => (each.files as { name: string }[]).map(({ name }) => name));
  expect(names).toHaveLength(4);
  for (const who of Object.keys(PEOPLE)) expect(names.join()).not.toContain(`员工${who}`);
  expect(store).not.toContain(PAYEE.bank);
  // The scan finds them.
  expect(numbersIn(`卡号 ${PAYEE.account.replace(/(\d{4})/g, '$1 ')}`)).toEqual([PAYEE.account]);
  expect(numbersIn(JSON.stringify({ id: PAYEE.idNumber }))).toEqual([PAYEE.idNumber]);
});

test('the scan finds each of them wherever it stood in clear', async () => {
  const [some = 0] = amounts;
  for (const text of [
    `{"net":${some}}`,
    `${some / 100}`,
    `应发 ${(some / 100).toLocaleString('en')} 元`,
    `[1,${some},2]`,
  ])
    expect([text, amountsIn(text)]).toEqual([text, [some]]);
  const slip = await company.db.find('payslips', { employeeId: PEOPLE.staff });
  await company.db.updateMany('payslips', { employeeId: PEOPLE.staff }, { $set: { net: WAGE } });
  expect(amountsIn(await everything())).toEqual([WAGE]);
  await company.db.replaceAll({
    payslips: [...(await company.db.find('payslips', { employeeId: { $ne: PEOPLE.staff } })), ...slip],
  });
  expect(amountsIn(await everything())).toEqual([]);
});

/** The input of a row, about the month and about what there is of `staff`. */
function inputsOf(input: object): readonly object[] {
  const about = {
    ...('month' in input && { month: MONTH }),
    ...('employeeId' in input && { employeeId: PEOPLE.staff }),
    ...('opening' in input && { opening }),
    ...('year' in input && { year: 2026 }),
    ...('id' in input && { id: disputeId }),
  };
  return [{ ...input, ...about }, ...('id' in input ? [{ ...input, ...about, id: changeId }] : [])];
}
/** Actions that show or change what is one's own. */
const OWN = ['ownContributions', 'payYear', 'payslip', 'provePayslip'];
/** Those that change what the others look at come last. */
const CHANGES =
  /^payroll\.(save|set|reset|recall|lock|publish|calculate|ask|answer|decide|drop|end|confirm|declare|dispute)/;
const PAY = ACTIONS.filter(({ name }) => name.startsWith('payroll.')).sort(
  (one, other) => Number(CHANGES.test(one.name)) - Number(CHANGES.test(other.name)),
);

/** Which actions tell somebody an amount of the pay of `staff`. */
async function toldTo(
  who: Anybody,
  actions: readonly (typeof ACTIONS)[number][],
): Promise<readonly string[]> {
  const told = new Set<string>();
  for (const { name, input } of actions)
    for (const each of inputsOf(input))
      if (amountsIn(await ask(who, name, each)).length > 0) told.add(name.replace('payroll.', ''));
  return [...told].sort();
}

test.each([...EMPLOYED, ...OTHERS].filter((who) => who !== 'staff' && who !== 'payroll' && who !== SECOND))(
  '%s is told no amount of the pay of staff by any action of payroll, with the opening of staff in hand',
  async (who) => {
    expect(await toldTo(who, PAY)).toEqual([]);
  },
);

test.each(['head', 'hr', 'admin'] as const)('%s is told none by any other action either', async (who) => {
  const others = ACTIONS.filter(
    ({ name, audience }) =>
      !name.startsWith('payroll.') && (AUDIENCES[audience] as readonly Anybody[]).includes(who),
  );
  expect(await toldTo(who, others)).toEqual([]);
});

test('staff is told their own by the actions of one’s own alone, and payroll by those of payroll alone', async () => {
  expect(await toldTo('staff', PAY)).toEqual(OWN);
  const theirs = await toldTo('payroll', PAY);
  expect(theirs).toEqual(expect.arrayContaining(['insuranceBases', 'previewPay', 'salary', 'taxYear']));
  const mayBe = PAY.filter(({ audience }) => (AUDIENCES[audience] as readonly Anybody[]).includes('payroll'));
  const names = new Set(mayBe.map(({ name }) => name.replace('payroll.', '')));
  expect(theirs.filter((name) => !names.has(name) || OWN.includes(name))).toEqual([]);
});

test('a month of somebody else, of nobody and of no run are the same answer, to the byte', async () => {
  const peer = (await must<{ token: string }>('peer', 'setPass', { pass: PASS })).token;
  const none = await ask('peer', 'payroll.payslip', { month: '2025-01', opening: peer });
  expect(JSON.parse(none).error).toEqual({ code: 'NOT_FOUND', data: { what: 'payslip' } });
  // With the opening of another one in hand nothing is looked at.
  const stolen = JSON.parse(await ask('peer', 'payroll.payslip', { month: MONTH, opening })) as {
    error: { code: string };
  };
  expect(stolen.error.code).toBe('SECOND_CHECK_NEEDED');
  const dispute = (employeeId: string) =>
    ask('payroll', 'payroll.answerPayDispute', {
      employeeId,
      month: MONTH,
      rev: 1,
      id: 'dispute-key-000009',
      text: 'x',
    });
  const [unknown, nobody] = [await dispute(PEOPLE.staff), await dispute('R99')].map(
    (each) => JSON.parse(each).error,
  );
  expect(unknown).toEqual(nobody);
});

test('who has looked at the pay of staff stands in what staff can see, without an amount', async () => {
  const readings = await company.db.find('readings');
  const about = readings.filter(({ ownerIds }) => (ownerIds as string[] | undefined)?.includes(PEOPLE.staff));
  expect(new Set(about.map(({ readerId }) => readerId))).toEqual(new Set([PEOPLE.payroll]));
  expect(amountsIn(JSON.stringify(about))).toEqual([]);
});
