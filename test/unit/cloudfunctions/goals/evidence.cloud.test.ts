import type { AroundRequest } from '../../../../local/cloud';
import { openWithReset } from '../../../support/open';
import { requestSwitch } from '../../../support/request-switch';
import { CYCLE, checkInOf, goalKey, openGoalCompany, openTree, person } from '../support/goal-company';
import { openidOf, PEOPLE, type Who } from '../support/request-company';
import { upload } from '../support/staff';

const MINUTE = 60_000;
const requests = requestSwitch();
const company = openWithReset(
  () =>
    openGoalCompany('2026-11-16T18:00:00+08:00', {
      riskyWords: ['risky'],
      aroundRequest: requests.aroundRequest,
    }),
  openTree,
);
/** What a test before it left on its way. */
beforeEach(() => company.push.deliver());

const JPG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
const picture = (text: string) => Buffer.concat([JPG, Buffer.from(text)]);
const PDF = Buffer.from('%PDF-1.7 signed contract');
let uploads = 0;

const put = (who: Who, content: Buffer, type = 'jpg') => {
  uploads += 1;
  return upload(company, openidOf(who), `requests/${PEOPLE[who]}/${uploads}.${type}`, content);
};
const keep = async (who: Who, content: Buffer) =>
  company.goal(who, 'keepFile', { fileId: await put(who, content) });
const kept = async (text: string, who: Who = 'staff'): Promise<string> =>
  (await keep(who, picture(text))).data.fileId;

const send = (files: readonly string[], value = 4) =>
  company.goal('staff', 'checkIn', { ...checkInOf(person('staff'), ['own-1', value]), files });
const report = (files: readonly string[], text = '成交四单') =>
  company.goal('staff', 'report', {
    ...{ key: goalKey(), cycleId: CYCLE, day: '2026-11-16', text, entries: [], files },
  });
const HISTORY = { cycleId: CYCLE, owner: person('staff'), keyResultId: 'own-1' };
const historyOf = async (who: Who) => (await company.goal(who, 'history', HISTORY)).data?.checkIns;
const reportSeenBy = async (who: Who) => {
  const { data } = await company.goal(who, 'teamDay', { cycleId: CYCLE, day: '2026-11-16' });
  return data.rows.find((row: { person: { id: string } }) => row.person.id === PEOPLE.staff)?.report;
};
const tick = () => company.timers.runNow('goals');
const opened = async (url: string) => (await fetch(url)).status;
const invalid = (rule: string) => ({ ok: false, error: { code: 'FILE_INVALID', data: { rule } } });
const checkOf = async (fileId: string) => (await company.db.find('goal_files', { fileId }))[0]?.check;
const told = () => company.db.find('messages', { event: 'picture.hidden-goal' });

describe('a picture of a check-in', () => {
  test('is opened by its author and by those above, and by nobody else', async () => {
    const files = [await kept('receipt'), (await keep('staff', PDF)).data.fileId];
    expect((await send(files)).error).toBeUndefined();
    for (const who of ['staff', 'head', 'hr'] as const) {
      const [checkIn] = await historyOf(who);
      expect(checkIn.files.map(({ fileId }: { fileId: string }) => fileId)).toEqual(files);
      for (const { url } of checkIn.files) expect(await opened(url)).toBe(200);
    }
    expect(await historyOf('peer')).toBeUndefined();
    expect(
      JSON.stringify(await company.goal('peer', 'sheet', { cycleId: CYCLE, owner: person('staff') })),
    ).not.toContain('goal-files');
  });

  test('stays as it was handed in when its owner exchanges the upload', async () => {
    const uploaded = await put('staff', picture('before'));
    const { fileId } = (await company.goal('staff', 'keepFile', { fileId: uploaded })).data;
    await send([fileId]);
    const path = uploaded.replace('cloud://local-env.local/', '');
    await upload(company, openidOf('staff'), path, picture('after'));
    const [checkIn] = await historyOf('head');
    const content = Buffer.from(await (await fetch(checkIn.files[0].url)).arrayBuffer());
    expect(content).toEqual(picture('before'));
  });

  test('is one copy, however often it is handed in', async () => {
    expect(await kept('the same')).toBe(await kept('the same'));
    expect(await company.db.count('goal_files', { employeeId: PEOPLE.staff })).toBe(1);
  });

  test('takes one call of the database more where it is sent', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 3]);
    await send([await kept('counted')], 5);
    expect(company.lastCalls()).toBeLessThanOrEqual(5);
  });
});

describe('a check-in books nothing', () => {
  const nothing = async () => expect(await historyOf('staff')).toEqual([]);

  test("with somebody else's file", async () => {
    expect(await send([await kept('of a colleague', 'peer')])).toMatchObject(invalid('owner'));
    await nothing();
  });

  test('with an upload that is no copy', async () => {
    expect(await send([await put('staff', picture('raw'))])).toMatchObject(invalid('owner'));
    await nothing();
  });

  test('with a copy of a request', async () => {
    const fileId = await put('staff', picture('paper'));
    const { data } = await company.act(openidOf('staff'), 'requests.keepFile', { fileId });
    expect(await send([data.fileId])).toMatchObject(invalid('owner'));
    await nothing();
  });

  test('with four files, or one twice', async () => {
    const files = await Promise.all(['a', 'b', 'c', 'd'].map((text) => kept(text)));
    for (const wrong of [files, [files[0] ?? '', files[0] ?? '']])
      expect((await send(wrong)).error).toMatchObject({ code: 'INPUT_INVALID', data: { path: 'files' } });
    await nothing();
    expect((await send(files.slice(0, 3))).error).toBeUndefined();
  });

  test('with a picture that was refused', async () => {
    const fileId = await kept('risky');
    await company.push.deliver();
    expect(await send([fileId])).toMatchObject(invalid('refused'));
    await nothing();
    expect(await keep('staff', picture('risky'))).toMatchObject(invalid('refused'));
  });
});

describe('an upload is refused', () => {
  test.each([
    ['of another type', Buffer.from('<html>'), 'type'],
    ['that is too large', Buffer.concat([JPG, Buffer.alloc(5 * 1024 * 1024)]), 'size'],
  ])('%s', async (_, content, rule) => {
    expect(await keep('staff', content)).toMatchObject(invalid(rule));
    expect(await company.db.count('goal_files')).toBe(0);
  });

  test('of somebody else', async () => {
    const fileId = await put('peer', picture('foreign'));
    expect(await company.goal('staff', 'keepFile', { fileId })).toMatchObject(invalid('owner'));
  });
});

describe('a picture that WeChat calls risky', () => {
  test('is hidden from everybody after the check-in, and its owner is told once', async () => {
    const fileId = await kept('risky');
    await send([fileId]);
    const [before] = await historyOf('head');
    expect(await opened(before.files[0].url)).toBe(200);

    await company.push.deliver();
    expect(await opened(before.files[0].url)).toBe(404);
    for (const who of ['staff', 'head'] as const)
      expect(await historyOf(who)).toMatchObject([
        { entries: [{ value: 4 }], files: [{ fileId, url: null }] },
      ]);
    company.clock.advance(3 * MINUTE);
    await tick();
    expect(await checkOf(fileId)).toMatchObject({ state: 'hidden', openid: '', dueAt: null });
    expect(await told()).toMatchObject([{ to: [PEOPLE.staff] }]);
  });

  test('is hidden in a check-in that was being booked when the answer came', async () => {
    const fileId = await kept('risky, meanwhile');
    let isAnswered = false;
    const around: AroundRequest = async ({ action, collection }, proceed) => {
      if (!isAnswered && action === 'database.modifyDocument' && collection === 'goal_sheets') {
        isAnswered = true;
        await company.push.deliver();
      }
      return proceed();
    };
    const { error } = await requests.during(around, () => send([fileId]));
    expect(error).toBeUndefined();
    expect(isAnswered).toBe(true);
    expect(await historyOf('head')).toMatchObject([{ files: [{ fileId, url: null }] }]);
  });

  test('is asked about again by the timer when the answer was lost on its way', async () => {
    const fileId = await kept('risky, lost');
    await company.db.updateMany('goal_files', { fileId }, { $set: { 'check.traceId': 'lost-00000000' } });
    await company.push.deliver();
    expect(await checkOf(fileId)).toMatchObject({ state: 'waiting', asked: 1 });
    company.clock.advance(33 * MINUTE);
    await tick();
    expect(await checkOf(fileId)).toMatchObject({ asked: 2 });
    await company.push.deliver();
    expect(await checkOf(fileId)).toMatchObject({ state: 'refused' });
  });
});

describe('pictures of a daily report', () => {
  test('are seen by the person and the manager', async () => {
    const fileId = await kept('shop');
    expect((await report([fileId])).error).toBeUndefined();
    const { data } = await company.goal('staff', 'home');
    expect(data.report.files).toMatchObject([{ fileId }]);
    expect(await opened(data.report.files[0].url)).toBe(200);
    expect((await reportSeenBy('head')).files).toMatchObject([{ fileId, url: expect.any(String) }]);
  });

  test('are those of the report that stands in for an earlier one of the day', async () => {
    await report([await kept('first')]);
    const second = await kept('second');
    await report([second], '成交五单');
    expect((await reportSeenBy('head')).files).toMatchObject([{ fileId: second }]);
  });
});
