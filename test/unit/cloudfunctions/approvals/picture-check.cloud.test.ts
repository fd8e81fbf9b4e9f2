import { type AroundRequest, CloudError, type Identity } from '../../../../local/cloud';
import { openWithReset } from '../../../support/open';
import { requestSwitch } from '../../../support/request-switch';
import {
  newKey,
  openidOf,
  openRequestCompany,
  PEOPLE,
  profileChange,
  type Who,
} from '../support/request-company';
import { upload } from '../support/staff';

const NOW = '2026-11-23T09:00:00+08:00';
const MINUTE = 60_000;
const requests = requestSwitch();
const company = openWithReset(() =>
  openRequestCompany(NOW, {
    riskyWords: ['risky'],
    reviewWords: ['doubtful'],
    aroundRequest: requests.aroundRequest,
  }),
);
/** What a test before it left on its way. */
beforeEach(() => company.push.deliver());

const JPG = [0xff, 0xd8, 0xff, 0xe0];
const picture = (text: string) => Buffer.from([...JPG, ...Buffer.from(text)]);
let uploads = 0;

const put = (content: Buffer, name = 'jpg') => {
  uploads += 1;
  const path = `requests/${PEOPLE.staff}/${uploads}.${name}`;
  return upload(company, openidOf('staff'), path, content);
};
const keep = async (content: Buffer, name?: string) =>
  company.ask('staff', 'keepFile', { fileId: await put(content, name) });
const kept = async (text: string): Promise<string> => (await keep(picture(text))).data.fileId;

/** A request with these files, which HR decides. */
async function send(...files: readonly string[]): Promise<string> {
  const request = profileChange('地址变更', { values: { what: '地址变更', files } });
  const { data, error } = await company.ask('staff', 'submit', request);
  expect(error).toBeUndefined();
  return data.id;
}
const detail = async (who: Who, id: string) => (await company.ask(who, 'detail', { id })).data;
const checkOf = async (fileId: string) =>
  (await company.db.find('kept_files', { fileId }))[0]?.check as Record<string, unknown>;
const stored = async (folder: string) =>
  (await company.files.list(`${folder}/${PEOPLE.staff}/`, 0, 100)).files.map(({ path }) => path);
const pathOf = (fileId: string) => fileId.replace('cloud://local-env.local/', '');
const told = async (event: string) =>
  (await company.db.find('messages', { event })).map(({ to, aboutId }) => ({ to, aboutId }));
const opened = async (url: string) => (await fetch(url)).status;

describe('a picture that WeChat calls risky', () => {
  test('is hidden from everybody, and its owner and whoever decides are told once', async () => {
    const fileId = await kept('risky');
    const id = await send(fileId);
    const [{ url }] = (await detail('hr', id)).pictures;
    expect(await opened(url)).toBe(200);

    await company.push.deliver();
    for (const who of ['staff', 'hr'] as const)
      expect(await detail(who, id)).toMatchObject({ pictures: [], hiddenFiles: [fileId] });
    expect(await opened(url)).toBe(404);
    expect(await company.ask('hr', 'fileLinks', { id, fileIds: [fileId] })).toMatchObject({
      error: { code: 'FILE_INVALID', data: { rule: 'refused' } },
    });
    expect(await told('picture.hidden-own')).toEqual([{ to: [PEOPLE.staff], aboutId: id }]);
    expect(await told('picture.hidden')).toEqual([{ to: expect.arrayContaining([PEOPLE.hr]), aboutId: id }]);
    expect((await detail('hr', id)).timeline).toMatchObject([
      { verb: 'submit' },
      { verb: 'hide', byId: null },
    ]);

    // The second look finds nothing more to do.
    company.clock.advance(3 * MINUTE);
    await company.tick();
    expect((await detail('hr', id)).timeline).toHaveLength(2);
    expect(await told('picture.hidden-own')).toHaveLength(1);
    expect(await checkOf(fileId)).toMatchObject({ state: 'hidden', openid: '', dueAt: null });
  });

  test('is kept where nobody gets a link, as it was', async () => {
    const before = await stored('kept-files');
    const content = picture('risky, and evidence');
    const { fileId } = (await keep(content)).data;
    await company.push.deliver();
    expect(await stored('kept-files')).toEqual(before);
    const name = fileId.slice(fileId.lastIndexOf('/') + 1);
    expect(await company.files.read(`hidden-files/${PEOPLE.staff}/${name}`)).toEqual(content);
  });

  test('cannot be used again: not the copy, not another upload of it', async () => {
    const fileId = await kept('risky again');
    await company.push.deliver();
    const request = profileChange('地址变更', { values: { what: '地址变更', files: [fileId] } });
    const refused = { ok: false, error: { code: 'FILE_INVALID', data: { rule: 'refused' } } };
    expect(await company.ask('staff', 'submit', request)).toMatchObject(refused);
    expect(await keep(picture('risky again'))).toMatchObject(refused);
    expect(await told('picture.hidden-unused')).toEqual([{ to: [PEOPLE.staff], aboutId: null }]);
  });

  test('does not keep a request from being decided', async () => {
    const id = await send(await kept('risky, decided'));
    const { rev } = await detail('hr', id);
    await company.push.deliver();
    expect(await company.ask('hr', 'decide', { id, rev, verb: 'approve' })).toMatchObject({
      ok: true,
      data: { state: 'approved' },
    });
    expect(await detail('staff', id)).toMatchObject({ hiddenFiles: [expect.any(String)] });
  });

  test('is hidden in a request that was decided before the answer came', async () => {
    const fileId = await kept('risky, late');
    const id = await send(fileId);
    await company.ask('hr', 'decide', { id, rev: 1, verb: 'approve' });
    await company.push.deliver();
    expect(await detail('hr', id)).toMatchObject({ state: 'approved', hiddenFiles: [fileId] });
    expect(await told('picture.hidden')).toEqual([{ to: [PEOPLE.hr], aboutId: id }]);
  });

  test('is found in a request that was being sent when it was refused', async () => {
    const fileId = await kept('risky, meanwhile');
    let isRefused = false;
    const around: AroundRequest = async ({ action, collection }, proceed) => {
      if (!isRefused && action === 'database.insertDocument' && collection === 'requests') {
        isRefused = true;
        await company.push.deliver();
      }
      return proceed();
    };
    const id = await requests.during(around, () => send(fileId));
    expect(await detail('hr', id)).toMatchObject({ hiddenFiles: [] });
    company.clock.advance(3 * MINUTE);
    await company.tick();
    expect(await detail('hr', id)).toMatchObject({ hiddenFiles: [fileId] });
    expect(await told('picture.hidden')).toHaveLength(1);
  });
});

test.each(['fine', 'doubtful'])('a picture that is %s stays, and nobody is told anything', async (text) => {
  const fileId = await kept(text);
  const id = await send(fileId);
  await company.push.deliver();
  expect(await detail('hr', id)).toMatchObject({ pictures: [{ fileId }], hiddenFiles: [] });
  expect(await checkOf(fileId)).toMatchObject({ state: 'passed', openid: '', dueAt: null });
  for (const event of ['picture.hidden', 'picture.hidden-own', 'picture.hidden-unused'])
    expect(await told(event)).toEqual([]);
});

test('a PDF is kept without a check: WeChat has none for it', async () => {
  const { fileId } = (await keep(Buffer.from('%PDF-1.7 risky'), 'pdf')).data;
  await company.push.deliver();
  expect(await checkOf(fileId)).toBeUndefined();
  expect(await detail('hr', await send(fileId))).toMatchObject({ hiddenFiles: [] });
});

describe('without an answer', () => {
  const asked = (during: () => Promise<unknown>) => {
    let count = 0;
    const around: AroundRequest = ({ action }, proceed) => {
      if (action === 'openapi.security.mediaCheckAsync') count += 1;
      return proceed();
    };
    return requests.during(around, during).then(() => count);
  };
  /** Whatever is on its way is lost. */
  const lose = () => company.db.updateMany('kept_files', {}, { $set: { 'check.traceId': 'lost-00000000' } });
  const visit = () => company.ask('staff', 'mine');

  test('WeChat is asked again, three times in all; then HR and administrators know, once a day', async () => {
    const fileId = await kept('fine, lost');
    const other = await kept('fine, lost as well');
    const id = await send(fileId);
    for (const [times, state] of [
      [2, 'waiting'],
      [2, 'waiting'],
      [0, 'unanswered'],
      [0, 'unanswered'],
    ] as const) {
      await lose();
      await visit();
      company.clock.advance(33 * MINUTE);
      expect(await asked(() => company.tick())).toBe(times);
      expect(await checkOf(fileId)).toMatchObject({ state });
      expect(await checkOf(other)).toMatchObject({ state });
    }
    // Another one on the same day.
    const later = await kept('fine, lost later');
    await company.db.updateMany(
      'kept_files',
      { fileId: later },
      { $set: { 'check.asked': 3, 'check.dueAt': 1 } },
    );
    await company.tick();
    expect(await checkOf(later)).toMatchObject({ state: 'unanswered' });
    expect(await told('picture.unchecked')).toEqual([
      { to: expect.arrayContaining([PEOPLE.hr, PEOPLE.admin]), aboutId: null },
    ]);
    expect(await detail('hr', id)).toMatchObject({ pictures: [{ fileId }], hiddenFiles: [] });
    await company.push.deliver();
  });

  test('before half an hour is over it is not asked again', async () => {
    await kept('fine, early');
    company.clock.advance(31 * MINUTE);
    expect(await asked(() => company.tick())).toBe(0);
  });

  test('an answer to the second question counts', async () => {
    const fileId = await kept('risky, second');
    await lose();
    company.clock.advance(33 * MINUTE);
    await company.tick();
    await company.push.deliver();
    expect(await checkOf(fileId)).toMatchObject({ state: 'refused', asked: 2 });
  });

  test('an answer that comes after the last try still counts', async () => {
    const fileId = await kept('risky, too late');
    await company.db.updateMany('kept_files', {}, { $set: { 'check.asked': 3, 'check.dueAt': 1 } });
    await company.tick();
    expect(await checkOf(fileId)).toMatchObject({ state: 'unanswered' });
    await company.push.deliver();
    expect(await checkOf(fileId)).toMatchObject({ state: 'refused' });
  });

  test('an answer that comes while the timer asks again is not lost', async () => {
    const fileId = await kept('risky, just in time');
    let isAnswered = false;
    const around: AroundRequest = async ({ action }, proceed) => {
      if (!isAnswered && action === 'openapi.security.mediaCheckAsync') {
        isAnswered = true;
        await company.push.deliver();
      }
      return proceed();
    };
    company.clock.advance(33 * MINUTE);
    await requests.during(around, () => company.tick());
    expect(await checkOf(fileId)).toMatchObject({ state: 'refused', asked: 1 });
  });

  test('nobody is kept from sending by a check that WeChat does not take on', async () => {
    const around: AroundRequest = async ({ action }, proceed) => {
      if (action === 'openapi.security.mediaCheckAsync') throw new CloudError('SYS_ERR', 'WeChat is away');
      return proceed();
    };
    const fileId = await requests.during(around, () => kept('risky, refused to be checked'));
    expect(await checkOf(fileId)).toMatchObject({ state: 'waiting', asked: 1, traceId: '' });
    const id = await send(fileId);
    company.clock.advance(33 * MINUTE);
    await company.tick();
    await company.push.deliver();
    expect(await detail('hr', id)).toMatchObject({ hiddenFiles: [fileId] });
  });

  test('WeChat could not load the picture: that is no answer', async () => {
    const fileId = await kept('risky, unreadable');
    await company.db.updateMany('kept_files', { fileId }, { $set: { 'check.traceId': 'lost-00000000' } });
    const message = { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'lost-00000000', errcode: -1008 };
    await company.invoke('requests', message, { as: { kind: 'push', openid: openidOf('staff') } });
    expect(await checkOf(fileId)).toMatchObject({ state: 'waiting' });
  });

  test('the answer comes before the copy is noted: it is asked again', async () => {
    let isAnswered = false;
    const around: AroundRequest = async ({ action, collection }, proceed) => {
      if (!isAnswered && action === 'database.insertDocument' && collection === 'kept_files') {
        isAnswered = true;
        await company.push.deliver();
      }
      return proceed();
    };
    const fileId = await requests.during(around, () => kept('risky, at once'));
    expect(await checkOf(fileId)).toMatchObject({ state: 'waiting' });
    company.clock.advance(33 * MINUTE);
    await company.tick();
    await company.push.deliver();
    expect(await checkOf(fileId)).toMatchObject({ state: 'refused' });
  });
});

describe('who may say what came out', () => {
  const verdict = (traceId: unknown, suggest = 'risky', more: object = {}) => ({
    ...{ MsgType: 'event', Event: 'wxa_media_check', appid: 'wxlocal0000000000', version: 2 },
    ...{ trace_id: traceId, errcode: 0, errmsg: 'ok', result: { suggest, label: 21000 }, detail: [] },
    ...more,
  });
  const say = async (message: object, as: Identity) =>
    (await company.invoke('requests', message, { as })).result;
  const WECHAT: Identity = { kind: 'push', openid: openidOf('staff') };

  test.each<[string, Identity]>([
    ['the owner of the picture', { kind: 'user', openid: openidOf('staff') }],
    ['HR', { kind: 'user', openid: openidOf('hr') }],
    ['a stranger', { kind: 'user', openid: 'oStranger' }],
    ['the developer tools', { kind: 'console' }],
    ['the timer', { kind: 'timer', name: 'requests' }],
  ])('not %s, even with the id of the check', async (_, as) => {
    const fileId = await kept('risky, forged');
    const before = await checkOf(fileId);
    for (const suggest of ['pass', 'risky'])
      expect(await say(verdict(before.traceId, suggest), as)).toMatchObject({
        ok: false,
        error: { code: 'CALLER_REFUSED' },
      });
    expect(await checkOf(fileId)).toEqual(before);
  });

  test('WeChat, with the id that it gave; the same again, or another verdict after it, changes nothing', async () => {
    const fileId = await kept('fine, said to be risky');
    const id = await send(fileId);
    const { traceId } = await checkOf(fileId);
    expect(await say(verdict(traceId), WECHAT)).toBe('success');
    const once = await checkOf(fileId);
    expect(once).toMatchObject({ state: 'refused' });
    for (const suggest of ['risky', 'pass'])
      expect(await say(verdict(traceId, suggest), WECHAT)).toBe('success');
    expect(await checkOf(fileId)).toEqual(once);
    expect(await detail('hr', id)).toMatchObject({ hiddenFiles: [fileId] });
    expect(await told('picture.hidden')).toHaveLength(1);
  });

  test('two at once have one effect', async () => {
    const fileId = await kept('fine, twice at once');
    const id = await send(fileId);
    const { traceId } = await checkOf(fileId);
    const both = await Promise.all([say(verdict(traceId), WECHAT), say(verdict(traceId), WECHAT)]);
    expect(both).toEqual(['success', 'success']);
    expect((await detail('hr', id)).timeline).toHaveLength(2);
    expect(await told('picture.hidden-own')).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['an id that nobody gave', verdict('00000000-00000000-00000000')],
    ['an empty id', verdict('')],
    ['a condition instead of an id', verdict({ $exists: true })],
    ['no result', verdict('', 'risky', { result: undefined })],
    ['a verdict that does not exist', verdict('', 'fine')],
    ['a failed check', verdict('', 'risky', { errcode: -1 })],
  ])('%s changes nothing', async (name, message) => {
    const waiting = await kept('risky, untouched');
    const isAboutIt = !/id/.test(name);
    const { traceId } = await checkOf(waiting);
    // A copy whose check was not taken on has an empty id.
    await company.db.insertMany('kept_files', [
      {
        ...{ _id: 'x:1', rev: 1, employeeId: PEOPLE.staff, fileId: 'cloud://local-env.local/a.jpg', at: 1 },
        check: { state: 'waiting', traceId: '', asked: 1, openid: '', dueAt: null },
      },
    ]);
    const before = await company.db.find('kept_files');
    const sent = isAboutIt ? { ...message, trace_id: traceId } : message;
    expect(await say(sent, WECHAT)).toBe('success');
    expect(await company.db.find('kept_files')).toEqual(before);
  });

  test('another message of WeChat is none of this function', async () => {
    const other = { MsgType: 'event', Event: 'user_enter_tempsession' };
    expect(await say(other, WECHAT)).toMatchObject({ ok: false, error: { code: 'EVENT_INVALID' } });
  });

  test('a message of more than 64 KB is refused', async () => {
    const large = verdict('00000000-00000000-00000000', 'risky', { detail: ['x'.repeat(70_000)] });
    expect(await say(large, WECHAT)).toMatchObject({ error: { code: 'EVENT_TOO_LARGE' } });
  });
});

describe('a call that is killed', () => {
  test('at any request while it hides a picture: the timer completes it, once', async () => {
    // As many as there are, until one call runs through.
    for (let at = 1; ; at += 1) {
      expect(at).toBeLessThan(20);
      const fileId = await kept(`risky, killed at ${at}`);
      const id = await send(fileId);
      let count = 0;
      let isKilled = false;
      const around: AroundRequest = (request, proceed) => {
        count += 1;
        if (count === at) {
          isKilled = true;
          request.killWorker();
        }
        return proceed();
      };
      const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      await requests.during(around, () => company.push.deliver());
      silent.mockRestore();
      for (let run = 0; run < 4; run += 1) {
        company.clock.advance(33 * MINUTE);
        await company.ask('staff', 'mine');
        await company.tick();
        await company.push.deliver();
      }
      expect([at, await checkOf(fileId)]).toMatchObject([at, { state: 'hidden' }]);
      const { timeline, hiddenFiles } = await detail('hr', id);
      expect(hiddenFiles).toEqual([fileId]);
      expect(timeline.filter(({ verb }: { verb: string }) => verb === 'hide')).toHaveLength(1);
      expect((await told('picture.hidden-own')).filter(({ aboutId }) => aboutId === id)).toHaveLength(1);
      expect((await told('picture.hidden')).filter(({ aboutId }) => aboutId === id)).toHaveLength(1);
      expect(await company.files.read(pathOf(fileId))).toBeUndefined();
      if (!isKilled) break;
    }
  });
});

describe('receipts', () => {
  const check = async (text: string) =>
    company.ask('staff', 'checkReceipt', { fileId: await put(picture(text)) });
  const expense = (...files: readonly string[]) => ({
    ...{ key: newKey(), typeId: 'expense', version: 1 },
    values: { lines: [{ day: '2026-11-20', category: 'travel', amount: 1_000, files }] },
  });

  test('a risky one is hidden in its expense, and cannot be handed in again', async () => {
    const { fileId } = (await check('risky receipt')).data;
    const { data } = await company.ask('staff', 'submit', expense(fileId));
    await company.push.deliver();
    expect(await detail('head', data.id)).toMatchObject({ pictures: [], hiddenFiles: [fileId] });
    const refused = { error: { code: 'FILE_INVALID', data: { rule: 'refused' } } };
    expect(await check('risky receipt')).toMatchObject(refused);
  });

  test('one that was refused in a draft cannot be sent', async () => {
    const { fileId } = (await check('risky receipt, drafted')).data;
    await company.push.deliver();
    expect(await company.ask('staff', 'submit', expense(fileId))).toMatchObject({
      error: { code: 'FILE_INVALID', data: { rule: 'refused' } },
    });
  });

  test('a hidden one takes no place of the nine pictures that are shown', async () => {
    const files: string[] = [];
    for (let n = 0; n < 10; n += 1)
      files.push((await check(n === 0 ? 'risky, first of ten' : `one of ten: ${n}`)).data.fileId);
    const lines = [files.slice(0, 5), files.slice(5)].map((each, n) => ({
      ...{ day: '2026-11-20', category: 'travel', amount: 1_000 + n, files: each },
    }));
    const request = { key: newKey(), typeId: 'expense', version: 1, values: { lines } };
    const { data } = await company.ask('staff', 'submit', request);
    await company.push.deliver();
    const { pictures, hiddenFiles } = await detail('head', data.id);
    expect(hiddenFiles).toEqual(files.slice(0, 1));
    expect(pictures.map(({ fileId }: { fileId: string }) => fileId)).toEqual(files.slice(1));
  });

  test('an answer that meets the sending of its expense is kept', async () => {
    const { fileId } = (await check('risky receipt, just being sent')).data;
    let isChanged = false;
    const around: AroundRequest = async ({ action, collection }, proceed) => {
      if (!isChanged && action === 'database.modifyDocument' && collection === 'receipts') {
        isChanged = true;
        await company.db.updateMany('receipts', { fileId }, { $set: { requestId: 'R1' }, $inc: { rev: 1 } });
      }
      return proceed();
    };
    await requests.during(around, () => company.push.deliver());
    expect(await company.db.find('receipts', { fileId })).toMatchObject([
      { requestId: 'R1', check: { state: 'refused' } },
    ]);
  });

  test('a fine one can be sent while it is checked, and afterwards', async () => {
    const { fileId } = (await check('fine receipt')).data;
    const { data } = await company.ask('staff', 'submit', expense(fileId));
    await company.push.deliver();
    expect(await detail('head', data.id)).toMatchObject({ pictures: [{ fileId }], hiddenFiles: [] });
    expect((await company.db.find('receipts', { fileId }))[0]).toMatchObject({ check: { state: 'passed' } });
  });
});
