import type { OfficeTodo } from '#contracts/today';
import { openWithReset } from '../../../support/open';
import { openidOf, PEOPLE, type Who } from '../support/request-company';
import { APPRAISAL, openReviewCompany, PEERS } from '../support/review-company';

const company = openWithReset(() => openReviewCompany('2026-11-23T10:00:00+08:00', { maxWorkers: 1 }));
const KINDS = /^(reviews|peers|peers-confirm|appeals|result)$|plan/;
const todosOf = async (who: Who): Promise<OfficeTodo[]> =>
  (await company.ok(company.act(openidOf(who), 'attendance.today'))).office.filter(({ kind }: OfficeTodo) =>
    KINDS.test(kind),
  );
const REVIEWS = { kind: 'reviews', cycleId: APPRAISAL, until: '2026-11-27' };

describe('reviews on Today', () => {
  test('are the own one and the one of the manager, until both are handed in', async () => {
    expect(await todosOf('staff')).toEqual([{ ...REVIEWS, count: 2 }]);
    await company.ok(company.review('staff', 'saveReview', { ...answer('head') }));
    expect(await todosOf('staff')).toEqual([{ ...REVIEWS, count: 2 }]);
    await company.ok(company.send('staff', 'head', { team: 4 }));
    expect(await todosOf('staff')).toEqual([{ ...REVIEWS, count: 1 }]);
    await company.ok(company.send('staff', 'staff', { team: 4 }));
    expect(await todosOf('staff')).toEqual([]);
  });

  test('are gone after the last day, and once the cycle has closed', async () => {
    company.clock.set(Date.parse('2026-11-28T10:00:00+08:00'));
    expect(await todosOf('staff')).toEqual([]);
    company.clock.set(Date.parse('2026-11-24T10:00:00+08:00'));
    expect(await todosOf('staff')).toHaveLength(1);
    await company.setState('closing');
    expect(await todosOf('staff')).toEqual([]);
  });

  test('are not there for who is in no cycle, whose post no questionnaire names, and in a relation that does not count', async () => {
    expect(await todosOf('elsewhere')).toEqual([]);
    await company.db.updateMany(
      'appraisal_people',
      { _id: `${APPRAISAL}:${PEOPLE.staff}` },
      { $set: { questionnaireId: null } },
    );
    expect(await todosOf('staff')).toEqual([{ ...REVIEWS, count: 1 }]);
    await company.db.updateMany(
      'appraisal_cycles',
      { _id: APPRAISAL },
      { $unset: { 'review.weights.report': 1 } },
    );
    expect(await todosOf('staff')).toEqual([]);
  });
});

describe('what else is asked for the reviews of a cycle', () => {
  const CHOOSING = '2026-11-16T10:00:00+08:00';
  const kindsOf = async (who: Who) => (await todosOf(who)).map(({ kind, count }) => `${kind} ${count}`);

  test('a manager has the reviews of the direct reports as well, a colleague those that are settled', async () => {
    expect(await todosOf('head')).toEqual([{ ...REVIEWS, count: 5 }]);
    await company.ok(company.send('head', 'staff', { team: 4 }));
    expect(await todosOf('head')).toEqual([{ ...REVIEWS, count: 4 }]);
    expect(await todosOf('elsewhere')).toEqual([]);
    company.clock.set(Date.parse(CHOOSING));
    await company.settlePeers();
    expect(await todosOf('elsewhere')).toEqual([{ ...REVIEWS, count: 1 }]);
    await company.ok(company.send('elsewhere', 'head', { team: 4 }));
    expect(await todosOf('elsewhere')).toEqual([]);
  });

  test('colleagues are chosen by the person, then confirmed by the manager, and both are gone when done', async () => {
    company.clock.set(Date.parse(CHOOSING));
    const choose = { kind: 'peers', count: 1, cycleId: APPRAISAL, until: '2026-11-18' };
    expect(await todosOf('head')).toContainEqual(choose);
    expect(await kindsOf('boss')).not.toContain('peers-confirm 1');
    const peerIds = PEERS.map((who) => PEOPLE[who]);
    await company.ok(company.review('head', 'choosePeers', { cycleId: APPRAISAL, rev: 0, peerIds }));
    expect(await todosOf('head')).not.toContainEqual(choose);
    expect(await todosOf('elsewhere')).toEqual([]);
    const confirm = { kind: 'peers-confirm', count: 1, cycleId: APPRAISAL, until: '2026-11-20' };
    expect(await todosOf('boss')).toContainEqual(confirm);
    const of = { cycleId: APPRAISAL, employeeId: PEOPLE.head };
    await company.ok(company.review('boss', 'confirmPeers', { ...of, rev: 1, peerIds }));
    expect(await todosOf('boss')).not.toContainEqual(confirm);
  });

  test('an appeal is there for who may decide it, never for who has made it', async () => {
    await company.setState('published');
    const result = { _id: `${APPRAISAL}:${PEOPLE.hr}`, cycleId: APPRAISAL, rev: 1, result: null };
    await company.db.insertMany('appraisal_results', [
      { ...result, appeal: 'open', appealTo: [PEOPLE.boss] },
    ]);
    const appeal = { kind: 'appeals', count: 1 };
    expect(await todosOf('hr')).toEqual([]);
    // Reports to who has made it, and somebody else is there to decide.
    expect(await todosOf('hr2')).toEqual([]);
    expect(await todosOf('boss')).toEqual([appeal]);
    expect(await todosOf('head')).toEqual([]);
    await company.db.updateMany('appraisal_results', {}, { $set: { appeal: 'closed', appealTo: [] } });
    expect([await todosOf('hr2'), await todosOf('boss')]).toEqual([[], []]);
    const other = { ...result, _id: `${APPRAISAL}:${PEOPLE.staff}`, appeal: 'open', appealTo: [] };
    await company.db.insertMany('appraisal_results', [
      { ...other, result: { versions: [{ number: 1, by: PEOPLE.hr }], read: [] } },
    ]);
    // Whoever decided the version does not decide it again.
    expect([await todosOf('hr'), await todosOf('hr2')]).toEqual([[], [appeal]]);
  });
});

describe('a result on Today', () => {
  const version = (number: number) => ({
    ...{ number, shown: 84, grade: 'B', reason: null, by: PEOPLE.hr, at: 1 },
  });
  const publish = async (read: readonly object[]) => {
    await company.db.insertMany('appraisal_results', [
      {
        ...{ _id: `${APPRAISAL}:${PEOPLE.staff}`, cycleId: APPRAISAL, rev: 1 },
        result: {
          ...{ personId: PEOPLE.staff, rev: 0, appealUntil: '2026-12-10', appeals: [], read },
          versions: [version(1)],
        },
      },
    ]);
  };

  test('is there once everybody’s is published, and not before', async () => {
    await publish([]);
    await company.setState('publishing');
    expect(await todosOf('staff')).toEqual([]);
    await company.setState('published');
    expect(await todosOf('staff')).toEqual([{ kind: 'result', count: 1, cycleId: APPRAISAL }]);
    expect(await todosOf('peer')).toEqual([]);
  });

  test('is gone once it was read, and comes back with another version', async () => {
    await company.setState('published');
    await publish([{ version: 1, at: 1 }]);
    expect(await todosOf('staff')).toEqual([]);
    await company.db.updateMany(
      'appraisal_results',
      { _id: `${APPRAISAL}:${PEOPLE.staff}` },
      { $set: { 'result.versions': [version(1), version(2)] } },
    );
    expect(await todosOf('staff')).toEqual([{ kind: 'result', count: 1, cycleId: APPRAISAL }]);
  });
});

test('a damaged result is left out of Today and named to HR; the rest of Today is there', async () => {
  await company.setState('published');
  const damaged = { _id: `${APPRAISAL}:${PEOPLE.staff}`, cycleId: APPRAISAL, rev: 1, appeal: 'none' };
  await company.db.insertMany('appraisal_results', [
    { ...damaged, appealTo: [], result: { versions: [{ number: 1 }] } },
  ]);
  const today = await company.ok(company.act(openidOf('staff'), 'attendance.today'));
  expect(today.office.map(({ kind }: OfficeTodo) => kind)).not.toContain('result');
  expect(await company.db.find('data_faults')).toMatchObject([
    { collection: 'appraisal_results', document: damaged._id, field: 'result' },
  ]);
});

describe('plans on Today', () => {
  const plan = (id: string, more: object = {}) => ({
    ...{ _id: `${PEOPLE.peer}:${id}`, rank: `1:${id}`, employeeId: PEOPLE.peer, title: '减少投诉' },
    person: { id: PEOPLE.peer, name: '员工', nameEn: 'Peer' },
    ...{ from: '2026-11-01', until: '2026-12-31', state: 'draft', source: { kind: 'hand' }, rev: 1 },
    ...{ agreed: { person: null, manager: 1 }, entries: [], changes: [], gaps: [], managerId: PEOPLE.head },
    measures: [{ id: 'm', kind: 'step', text: '每周复盘', dueOn: '2026-12-01' }],
    ...more,
  });
  const agreed = { state: 'agreed', agreed: { person: 1, manager: 1 } };
  const plansOf = async (who: Who) => (await todosOf(who)).filter(({ kind }) => kind.includes('plan'));
  const keep = async (...plans: object[]) => {
    await company.setState('closing');
    await company.db.insertMany('improvement_plans', plans as { _id: string }[]);
  };

  test('an own one waits until the person has agreed, or has written one that an appraisal asks for', async () => {
    await keep(
      plan('a'),
      plan('b', { agreed: { person: 1, manager: 1 } }),
      plan('c', { measures: [] }),
      plan('d', { rank: '0:d', state: 'dropped' }),
    );
    expect(await plansOf('peer')).toEqual([
      { kind: 'plan-write', count: 1, planId: `${PEOPLE.peer}:c` },
      { kind: 'plans', count: 1, planId: `${PEOPLE.peer}:a` },
    ]);
    expect(await plansOf('staff')).toEqual([]);
  });

  test('the manager has those of direct reports to write, to agree to and to judge, and nobody else has', async () => {
    await keep(
      plan('a', { agreed: { person: 1, manager: null } }),
      plan('b', { agreed: { person: 2, manager: null } }),
      plan('c', { measures: [] }),
      plan('d', { ...agreed, until: '2026-11-22' }),
    );
    expect(await plansOf('head')).toEqual([
      { kind: 'team-plan-write', count: 1, planId: `${PEOPLE.peer}:c` },
      { kind: 'team-plans', count: 2 },
      { kind: 'team-plan-verdict', count: 1, planId: `${PEOPLE.peer}:d` },
    ]);
    expect(await plansOf('boss')).toEqual([]);
  });

  test('are on Pending and among the own requests too, with those under way that ask for nothing', async () => {
    await keep(
      plan('a', { agreed: { person: null, manager: null } }),
      plan('b', { ...agreed, rank: '1:b', reportedOn: '2026-11-23' }),
      plan('c', { agreed: { person: 1, manager: null } }),
      plan('d', { rank: '0:d', state: 'dropped' }),
    );
    const officeOf = async (who: Who, list: string, input = {}) =>
      (await company.act(openidOf(who), `requests.${list}`, input)).data.office;
    for (const list of ['pending', 'mine']) {
      expect(await officeOf('head', list)).toEqual([{ kind: 'team-plans', count: 2 }]);
      expect(await officeOf('peer', list)).toEqual([
        { kind: 'plans', count: 1, planId: `${PEOPLE.peer}:a` },
        { kind: 'plan-open', count: 2 },
      ]);
      expect(await officeOf('boss', list)).toEqual([]);
    }
    // Today is for what is to be done.
    expect(await plansOf('peer')).toEqual([{ kind: 'plans', count: 1, planId: `${PEOPLE.peer}:a` }]);
  });

  test('a week without a report is one to write, and two days later one that the manager sees', async () => {
    const at = (day: string) => company.clock.set(Date.parse(`${day}T10:00:00+08:00`));
    await keep(plan('a', { ...agreed, from: '2026-11-02', reportedOn: '2026-11-18' }));
    const report = { kind: 'plan-report', count: 1, planId: `${PEOPLE.peer}:a` };
    at('2026-11-24');
    expect(await plansOf('peer')).toEqual([]);
    at('2026-11-25');
    expect([await plansOf('peer'), await plansOf('head')]).toEqual([[report], []]);
    at('2026-11-27');
    expect(await plansOf('head')).toEqual([{ ...report, kind: 'team-plan-late' }]);
  });

  test('follow a change of manager, and are on nobody’s once the person has left', async () => {
    await keep(plan('a', { agreed: { person: 1, manager: null } }));
    await company.db.updateMany('employees', { _id: PEOPLE.peer }, { $set: { managerId: PEOPLE.boss } });
    company.clock.advance(120_000);
    await company.timers.runNow('appraisal');
    expect([await plansOf('head'), await plansOf('boss')]).toEqual([
      [],
      [{ kind: 'team-plans', count: 1, planId: `${PEOPLE.peer}:a` }],
    ]);
    await company.db.updateMany('employees', { _id: PEOPLE.peer }, { $set: { leftOn: '2026-11-20' } });
    company.clock.advance(120_000);
    await company.timers.runNow('appraisal');
    expect(await plansOf('boss')).toEqual([]);
    expect((await company.db.get('improvement_plans', `${PEOPLE.peer}:a`))?.rev).toBe(1);
  });
});

test('Today stays at two database calls with all of it', async () => {
  await todosOf('staff');
  await todosOf('staff');
  expect(company.lastCalls()).toBe(2);
});

function answer(subject: Who) {
  return { cycleId: APPRAISAL, subjectId: PEOPLE[subject], ratings: { team: 4 }, texts: {} };
}
