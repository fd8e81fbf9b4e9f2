import { rmSync } from 'node:fs';
import { startTestCloud } from '../../../support/cloud';
import { openWithReset } from '../../../support/open';
import { probeFunction } from '../support/one-function';

const SOURCE = `
import './cloudfunctions/requests/kinds';
import { runSideEffects } from './cloudfunctions/approvals/services/follow-up';
import { findReceipts } from './cloudfunctions/expense/data/receipts';
import { findHandoverOfRequest } from './cloudfunctions/resignation/data/handover-tasks';
import { openBefore } from './cloudfunctions/resignation/domain/handover-task';
import { correctionSettings } from './cloudfunctions/correction/domain/correction-settings';
import { overtimeSettings } from './cloudfunctions/overtime/domain/overtime-settings';
import { findOwnRules } from './cloudfunctions/company-rules/public';
export async function main({ request, find }) {
  if (find === 'rules') {
    const own = await findOwnRules(Date.now());
    return { overtime: overtimeSettings(own), correction: correctionSettings(own) };
  }
  if (find === 'open') return openBefore(await findHandoverOfRequest('R1'));
  if (find) return findReceipts('E0001', find);
  try {
    await runSideEffects(request);
    return 'done';
  } catch (error) {
    if (!error.code) throw error;
    return error.code;
  }
}`;

let folder: string;
beforeAll(async () => {
  folder = await probeFunction(SOURCE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const cloud = openWithReset(() => startTestCloud({ now: '2026-11-23T10:00:00+08:00', functionsDir: folder }));

const LEAVER = { _id: 'E0001', name: '员工一', nameEn: 'Person One', managerId: 'E0005' };
const probe = async (event: object) => {
  const { result, warnings } = await cloud.invoke('probe', event, { as: { kind: 'timer', name: 'probe' } });
  expect(warnings).toEqual([]);
  return result;
};
const run = (effects: readonly ({ readonly does: string } & Record<string, unknown>)[], requestId = 'R1') =>
  probe({
    request: {
      _id: requestId,
      kind: effects[0]?.does.match(/handover|employment/) ? 'resignation' : 'expense',
      state: 'approved',
      cancels: null,
      sideEffects: { onApprove: effects },
      applicant: LEAVER,
      applicantId: LEAVER._id,
      teamId: LEAVER.managerId,
      touchedAt: cloud.clock.now(),
    },
  });
const claim = (id: string, more: object = {}) => ({
  _id: id,
  rev: 1,
  hash: id,
  employeeId: 'E0001',
  fileId: `${id}-1`,
  bytes: 1,
  at: 0,
  requestId: null,
  byOther: false,
  ...more,
});
const owners = async () =>
  Object.fromEntries((await cloud.db.find('receipts', {})).map(({ _id, requestId }) => [_id, requestId]));

describe('receipts', () => {
  const take = [{ does: 'claim-receipts', claims: ['a', 'b'] }];
  const release = [{ does: 'release-receipts', claims: ['a', 'b'] }];
  beforeEach(() =>
    cloud.db.insertMany('receipts', [claim('a'), claim('b'), claim('c', { employeeId: 'E0002' })]),
  );

  test('are the request’s, again as well, until it gives them back', async () => {
    expect([await run(take), await run(take)]).toEqual(['done', 'done']);
    expect(await owners()).toEqual({ a: 'R1', b: 'R1', c: null });
    expect([await run(release), await run(release)]).toEqual(['done', 'done']);
    expect(await owners()).toEqual({ a: null, b: null, c: null });
  });
  test('of an expense that was paid meanwhile stay its own, so that nobody is paid for them again', async () => {
    await run(take);
    await cloud.db.insertMany('expense_payments', [
      {
        ...{ _id: 'R1', rev: 2, employeeId: 'E0001', name: '员工', nameEn: 'Person', fen: 100 },
        ...{ state: 'paid', approvedAt: 1, paidAt: 2, paidBy: 'E0013', reference: '001' },
      },
    ]);
    expect(await run(release)).toBe('done');
    expect(await owners()).toEqual({ a: 'R1', b: 'R1', c: null });
  });
  test('are taken all or none', async () => {
    await run([{ does: 'claim-receipts', claims: ['b'] }], 'R2');
    expect(await run(take)).toBe('BUSY');
    expect(await owners()).toEqual({ a: null, b: 'R2', c: null });
  });
  test('of somebody else are not taken', async () => {
    expect(await run([{ does: 'claim-receipts', claims: ['c'] }])).toBe('BUSY');
    expect(await owners()).toMatchObject({ c: null });
  });
  test('are found by their file, one’s own only', async () => {
    const found = (await probe({ find: ['a-1', 'b-1', 'c-1', 'unknown'] })) as { _id: string }[];
    expect(found.map(({ _id }) => _id).sort()).toEqual(['a', 'b']);
  });
});

describe('leaving', () => {
  const leave = [
    { does: 'open-handover', lastDay: '2026-12-23' },
    { does: 'end-employment', lastDay: '2026-12-23' },
  ];
  const stay = [
    { does: 'drop-handover', lastDay: '2026-12-23' },
    { does: 'keep-employment', lastDay: '2026-12-23' },
  ];
  const tasks = async () =>
    (await cloud.db.find('handover_tasks', {})).map(({ area, state }) => [area, state]);
  test('opens four tasks and HR’s own two, and tells people, once', async () => {
    await run(leave);
    await cloud.db.updateMany('handover_tasks', { _id: 'R1-work' }, { $set: { state: 'done' } });
    await run(leave);
    expect(await tasks()).toEqual([
      ['work', 'done'],
      ['assets', 'open'],
      ['accounts', 'open'],
      ['files', 'open'],
      ['certificate', 'open'],
      ['settlement', 'open'],
    ]);
    expect(await cloud.db.find('leavings', {})).toMatchObject([
      { _id: 'R1-ends', employeeId: 'E0001', lastDay: '2026-12-23', ends: true, state: 'due' },
    ]);
  });
  test('undone, what is open falls away', async () => {
    await run(leave);
    await cloud.db.updateMany('handover_tasks', { _id: 'R1-work' }, { $set: { state: 'done' } });
    await run(stay);
    expect(new Map((await tasks()) as [string, string][])).toEqual(
      new Map([
        ['work', 'done'],
        ['assets', 'dropped'],
        ['accounts', 'dropped'],
        ['files', 'dropped'],
        ['certificate', 'dropped'],
        ['settlement', 'dropped'],
      ]),
    );
    expect(await cloud.db.count('leavings')).toBe(2);
  });
});

test('an approved expense is owed once, and no more when it is undone before it was paid', async () => {
  const owe = [{ does: 'owe-expense', fen: 12_345 }];
  const drop = [{ does: 'drop-expense' }];
  await run(owe);
  await run(owe);
  expect(await cloud.db.find('expense_payments', {})).toMatchObject([
    { _id: 'R1', rev: 1, employeeId: 'E0001', fen: 12_345, state: 'due' },
  ]);
  await run(drop);
  await run(drop);
  expect(await cloud.db.find('expense_payments', {})).toMatchObject([{ rev: 2, state: 'dropped' }]);
  await run(owe, 'R2');
  await cloud.db.updateMany('expense_payments', { _id: 'R2' }, { $set: { state: 'paid' } });
  await run(drop, 'R2');
  expect(await cloud.db.get('expense_payments', 'R2')).toMatchObject({ state: 'paid' });
});

test('the company’s rules are laid over the shipped ones', async () => {
  expect(await probe({ find: 'rules' })).toMatchObject({
    overtime: { dayLimit: 180 },
    correction: { monthlyQuota: 3 },
  });
  await cloud.db.insertMany('request_rules', [
    { _id: 'company', overtime: { compTime: { 150: 'warn', 200: 'allow', 300: 'warn' } } },
  ]);
  cloud.clock.advance(61_000);
  expect(await probe({ find: 'rules' })).toMatchObject({
    overtime: { dayLimit: 180, compTime: { 300: 'warn' } },
    correction: { monthlyQuota: 3 },
  });
});
