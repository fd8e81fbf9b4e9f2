import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { AppraisalCyclesContract } from '#contracts/appraisal-cycles';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import type { Instant, Month, PageOf } from '#contracts/common';
import type { ImprovementContract } from '#contracts/improvement';
import type { PayChange, PayPreview, PayrollContract } from '#contracts/payroll';
import type { Reply } from '#contracts/reply';
import type { ReviewsContract } from '#contracts/reviews';
import { participantsOf } from '../../../cloudfunctions/appraisal-cycles/domain/participants';
import { demoCode } from '../../../local/demo/appraisal-customers';
import { dayOf } from '../../../local/demo/demo-days';
import { openidOf, STRANGER_OPENID } from '../../../local/demo/demo-person';
import { FUNCTION_VARIABLES } from '../../../local/demo/function-variables';
import { seedAppraisals } from '../../../local/demo/seed-appraisals';
import { seedDemo } from '../../../local/demo/seed-demo';
import { seedGoals } from '../../../local/demo/seed-goals';
import { seedPayroll } from '../../../local/demo/seed-payroll';
import { startTestCloud, type TestCloud } from '../../support/cloud';

type Contract = AppraisalResultsContract & AppraisalCyclesContract & ReviewsContract & ImprovementContract;

const MORNING = '2026-11-23T08:50:00+08:00';
const [MAIN, HEAD, HR] = ['E0012', 'E0009', 'E0046'];
const LAST = 'a-2026-10';
const RUNNING = 'a-2026-11';
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud({ now: MORNING, variables: FUNCTION_VARIABLES });
  await seedDemo(cloud.db, cloud.clock.now());
  await seedGoals(cloud, cloud.clock.now());
  await seedAppraisals(cloud, cloud.clock.now(), 60);
});
afterAll(() => cloud.close());

async function ask<Action extends keyof Contract & string>(
  by: string,
  action: Action,
  input: Contract[Action]['input'],
): Promise<Contract[Action]['output']> {
  const openid = by === STRANGER_OPENID ? by : openidOf(by);
  const reply: Reply<Contract[Action]['output']> = await cloud.call('appraisal', { action, input }, openid);
  if (!reply.ok) throw new Error(`${action} of ${by}: ${reply.error.code}`);
  return reply.data;
}

describe('the appraisals of the demo', () => {
  it('are three months with results and one in which people answer, as everybody sees them', async () => {
    const { cycles } = await ask(MAIN, 'openCycles', {});
    expect(cycles.map(({ id, state, isIn }) => `${id} ${state} ${isIn}`)).toEqual([
      `${RUNNING} running true`,
      `${LAST} published true`,
      'a-2026-09 published true',
      'a-2026-08 published true',
    ]);
  });

  it('have the people that a start would write', async () => {
    const [staff, departments] = await Promise.all([
      cloud.db.find('employees'),
      cloud.db.find('departments'),
    ]);
    const roster = { staff, departments } as unknown as Parameters<typeof participantsOf>[2];
    const byId = (all: readonly { readonly _id?: unknown }[]) =>
      [...all].sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1));
    for (const each of await cloud.db.find('appraisal_cycles')) {
      const cycle = each as unknown as AppraisalCycle;
      const stored = await cloud.db.find('appraisal_people', { cycleId: cycle._id });
      const wanted = participantsOf(cycle._id, cycle, roster, dayOf(cycle.startedAt ?? 0));
      expect(wanted.length).toBeGreaterThan(15);
      expect(byId(stored)).toEqual(byId(wanted));
    }
  });

  it('leave the main person a report to read, which may be appealed, with all that it was worked out from', async () => {
    const report = await ask(MAIN, 'report', { cycleId: LAST });
    expect(report.versions).toHaveLength(1);
    expect(report.total.shown).toBe(report.versions[0]?.shown);
    expect(report.may).toMatchObject({ acknowledge: true, appeal: true, decide: false });
    expect(report.total.inputs.map(({ id, shown }) => [id, shown !== null])).toEqual([
      ...['goals', 'peer', 'manager', 'customer'].map((id) => [id, true]),
      ['report', false],
      ['self', true],
    ]);
    const { figures } = await ask(MAIN, 'reviewFigures', { cycleId: LAST, employeeId: MAIN });
    const shown = figures.groups.filter(({ mean }) => mean !== null).map(({ relation }) => relation);
    expect(shown.sort()).toEqual(['customer', 'manager', 'peer', 'self']);
    const peers = figures.groups.find(({ relation }) => relation === 'peer');
    expect(peers?.texts.find(({ item }) => item === 'best')?.texts.length).toBeGreaterThanOrEqual(5);
    const earlier = await ask(MAIN, 'report', { cycleId: 'a-2026-09' });
    expect(earlier).toMatchObject({ readVersions: [1], may: { acknowledge: false } });
  });

  it('hide the customers of one person, who were too few, and say nothing of them', async () => {
    const { figures } = await ask(HEAD, 'reviewFigures', { cycleId: LAST, employeeId: HEAD });
    const meanOf = (relation: string) => figures.groups.find((each) => each.relation === relation)?.mean;
    expect(meanOf('customer')).toBeNull();
    expect(meanOf('report')).not.toBeNull();
    const report = await ask(HEAD, 'report', { cycleId: LAST });
    expect(report.total.inputs.find(({ id }) => id === 'customer')?.missing).toBe('not-enough-answers');
    expect(report.versions).toHaveLength(1);
  });

  it('have a board with one grade that was changed, and why', async () => {
    const board = await ask(HR, 'board', { cycleId: LAST, unitId: 'D11' });
    expect(board.state).toBe('published');
    const changed = board.rows.filter(({ changes }) => changes.length > 0);
    expect(changed).toHaveLength(1);
    expect(`${changed[0]?.before} ${changed[0]?.after}`).toBe('B A');
    expect(changed[0]?.changes[0]?.reason).toContain('示例');
  });

  it('have two appeals: one waits, and one has brought a second version', async () => {
    const { appeals } = await ask(HR, 'appeals', {});
    expect(appeals.map(({ cycle, grade }) => `${cycle.id} ${grade}`)).toEqual([`${LAST} B`]);
    const [closed] = await cloud.db.find('appraisal_results', { appeal: 'closed' });
    const [cycleId = '', employeeId = ''] = String(closed?._id).split(':');
    const { appeals: decided, versions } = await ask(employeeId, 'report', { cycleId });
    expect(decided.map(({ state }) => state)).toEqual(['changed']);
    expect(versions.map(({ number }) => number)).toEqual([1, 2]);
    expect(versions[1]?.shown).toBeGreaterThan(versions[0]?.shown ?? 100);
    expect(versions[1]?.grade).not.toBe(versions[0]?.grade);
  });

  it('have led to three plans: one is over, one is on its way, one waits for the manager', async () => {
    const { items } = await ask(HR, 'plans', { scope: 'all' });
    expect(items.map(({ id, state, verdict }) => `${id} ${state} ${verdict}`).sort()).toEqual([
      'E0024:a-2026-10 draft null',
      'E0025:a-2026-09 running null',
      'E0053:a-2026-08 done reached',
    ]);
    const team = await ask('E0011', 'plans', { scope: 'team' });
    expect(team.items.map(({ id, waits }) => `${id} ${waits}`)).toEqual([
      'E0024:a-2026-10 agree',
      'E0025:a-2026-09 null',
    ]);
  });

  it('have one effect that was measured: 15 % fewer complaints, which others have not', async () => {
    const { plan, loop } = await ask('E0053', 'plan', { id: 'E0053:a-2026-08' });
    expect(plan.measures.every(({ done }) => done !== null)).toBe(true);
    expect(plan.effect).toMatchObject({ change: -15, direction: 'better', reached: true, sample: 'enough' });
    expect(plan.effect?.peers).toMatchObject({ state: 'shown', change: -3.2, ahead: 11.8 });
    expect(loop.appraisal?.grade['zh-CN']).toBe('待改进');
    expect(loop.next?.target).toBe(15);
  });

  it('ask the main person about themselves, their manager and colleagues, of whom one is begun and one is done', async () => {
    const { cycles } = await ask(MAIN, 'reviews', {});
    expect(cycles).toHaveLength(1);
    const [running] = cycles;
    const tasks = running?.tasks.map(({ subject, relation, state }) => `${subject.id} ${relation} ${state}`);
    expect(tasks).toEqual(
      expect.arrayContaining([
        `${MAIN} self new`,
        `${HEAD} report new`,
        'E0015 peer new',
        'E0016 peer sent',
        'E0017 peer begun',
      ]),
    );
    expect(running?.peers).toMatchObject({ state: 'open', count: 0 });
    const { invitations } = await ask(MAIN, 'customers', { cycleId: RUNNING, employeeId: MAIN });
    expect(invitations).toHaveLength(3);
    const code = demoCode(`${RUNNING}:${MAIN}:${invitations.at(-1)?.number}`);
    const form = await ask(STRANGER_OPENID, 'customerForm', { code });
    expect(form.subject.id).toBe(MAIN);
  });

  it('leave the head of the team two choices of colleagues to confirm', async () => {
    const { cycles } = await ask(HEAD, 'reviews', {});
    expect(cycles[0]?.team).toMatchObject({ waiting: 2 });
    for (const employeeId of ['E0013', 'E0014']) {
      const peers = await ask(HEAD, 'peers', { cycleId: RUNNING, employeeId });
      expect(peers).toMatchObject({ may: 'confirm', state: 'chosen' });
      expect(peers.peers).toHaveLength(5);
    }
  });

  it('are whole: nothing in them is told as data to mend, whoever reads what', async () => {
    for (const { _id } of await cloud.db.find('departments'))
      await ask(HR, 'board', { cycleId: LAST, unitId: String(_id) });
    await ask(HR, 'reviewed', { cycleId: RUNNING, all: true });
    await cloud.invoke('appraisal', {}, { as: { kind: 'timer', name: 'appraisal' } });
    expect(await cloud.db.find('data_faults')).toEqual([]);
  });

  it('are made once, whatever is started again', async () => {
    const before = await cloud.db.count('reviews');
    await seedAppraisals(cloud, cloud.clock.now() as Instant, 60);
    expect(await cloud.db.count('reviews')).toBe(before);
  });
});

describe('the pay of the demo', () => {
  const [OFFICER, JOINER, LEAVER, WITH_BONUS] = ['E0006', 'E0048', 'E0008', 'E0014'];
  const PAID = ['2026-07', '2026-08', '2026-09'];

  beforeAll(() => seedPayroll(cloud, cloud.clock.now()));

  async function pay<Action extends keyof PayrollContract & string>(
    action: Action,
    input: PayrollContract[Action]['input'],
  ): Promise<PayrollContract[Action]['output']> {
    const reply: Reply<PayrollContract[Action]['output']> = await cloud.call(
      'payroll',
      { action, input },
      openidOf(OFFICER),
    );
    if (!reply.ok) throw new Error(`${action}: ${reply.error.code}`);
    return reply.data;
  }

  /** Everybody's slip beside that of the month before. */
  async function slipsOf(month: string): Promise<ReadonlyMap<string, PayPreview>> {
    const found = new Map<string, PayPreview>();
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: PageOf<PayPreview> = await pay('previewPay', {
        month: month as Month,
        ...(cursor && { cursor }),
      });
      for (const each of page.items) found.set(each.person.id, each);
      cursor = page.next;
    }
    return found;
  }

  const lineOf = (slip: PayPreview | undefined, line: string): PayChange | undefined =>
    slip?.changes.find((each) => each.line === line);

  it('is three months that two persons have locked and everybody has seen, with nobody left out', async () => {
    for (const month of PAID) {
      const { attendance, run } = await pay('payMonth', { month: month as Month });
      expect([attendance, run?.state, run?.blockers]).toEqual(['locked', 'published', []]);
      expect(run?.people).toBe(month === '2026-07' ? 56 : 57);
      const by = (kind: string) => run?.history.find((each) => each.kind === kind)?.by.id;
      // The first bases of each officer were entered by the other one, so that a third one locks their month.
      expect([by('calculated'), by('locked')]).toEqual(['E0006', month === PAID[0] ? 'E0001' : 'E0058']);
    }
    // The month after them is left to the visitor.
    expect(await pay('payMonth', { month: '2026-10' as Month })).toMatchObject({
      run: null,
      openDisputes: 1,
    });
  });

  it('has somebody who joined within a month and somebody who left within one, by agreement and with leave that was not taken', async () => {
    const [august, september] = [await slipsOf('2026-08'), await slipsOf('2026-09')];
    expect((await slipsOf('2026-07')).has(JOINER)).toBe(false);
    expect(august.get(JOINER)?.netBefore).toBeNull();
    const wage = lineOf(september.get(JOINER), 'earnings/wage');
    // From the 17th on: ten workdays of 21.75 are missing.
    expect(wage?.before).toBe(Math.round(((wage?.now ?? 0) * 11.75) / 21.75));
    const left = september.get(LEAVER);
    expect(lineOf(left, 'earnings/severance')?.now).toBeGreaterThan(0);
    expect(lineOf(left, 'earnings/unused_leave')?.now).toBeGreaterThan(0);
    expect(lineOf(left, 'earnings/wage')?.now).toBeLessThan(lineOf(left, 'earnings/wage')?.before ?? 0);
  });

  it('has a yearly bonus of which a slightly lower one would bring more', async () => {
    const slip = (await slipsOf('2026-09')).get(WITH_BONUS);
    // 37,000 / 12 is in the band of 10 %, less 210; of 36,000 it would be 3 %.
    expect([lineOf(slip, 'earnings/bonus')?.now, lineOf(slip, 'tax.bonus')?.now]).toEqual([
      37_000_00, -3_490_00,
    ]);
    expect(slip?.warnings.map(({ code }) => code)).toContain('loss-zone');
  });

  it('pays a grade A 15 % of the wage to the main person, and withholds tax as a year that goes on', async () => {
    const slip = (await slipsOf('2026-08')).get(MAIN);
    expect(lineOf(slip, 'earnings/performance')).toMatchObject({ before: 0, now: (8_600_00 * 15) / 100 });
    expect(lineOf(slip, 'tax.wages')?.now).toBeLessThan(0);
  });
});
