import { fakePhone, loadService } from '../support/phone';

interface Service {
  learnTemplates(known: Record<string, string>): Promise<void>;
  noteTemplates(told: Record<string, string>): void;
  prepareToAsk(told: Record<string, string>): Promise<void>;
  canAsk(uses: readonly string[]): boolean;
  askForMessages(uses: readonly string[]): Promise<string>;
}
type Sheet = (options: {
  tmplIds: string[];
  success(answer: Record<string, string>): void;
  fail(error: object): void;
}) => void;

const accepting: Sheet = ({ tmplIds, success }) =>
  success(Object.fromEntries(tmplIds.map((id) => [id, 'accept'])));

function phone(requestSubscribeMessage: Sheet | undefined = accepting) {
  const counted: { key: string; accepted: string[] }[] = [];
  const called: string[] = [];
  let online = true;
  const callFunction = async ({ data }: { data: { action: string; input: never } }) => {
    called.push(data.action);
    if (!online) throw { errMsg: 'request:fail' };
    if (data.action === 'countConsent') counted.push(data.input);
    return { result: { ok: true, data: { templates: { result: 'tmpl-r' }, credits: {} }, now: Date.now() } };
  };
  const { storage } = fakePhone({ cloud: { callFunction }, requestSubscribeMessage });
  const service = loadService<Service>('services/subscribe');
  const setOnline = (value: boolean) => {
    online = value;
  };
  return { service, storage, counted, called, setOnline };
}
/** What runs in the background has ended. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => jest.resetModules());

test('without templates nothing is asked', async () => {
  const sheet = jest.fn();
  const { service, counted } = phone(sheet);
  expect(service.canAsk(['result'])).toBe(false);
  expect(await service.askForMessages(['result'])).toBe('nothing');
  await service.learnTemplates({ waiting: 'tmpl-w' });
  expect(await service.askForMessages(['result'])).toBe('nothing');
  expect(sheet).not.toHaveBeenCalled();
  expect(counted).toEqual([]);
});

test('the sheet opens within the tap, and what is accepted is counted once', async () => {
  const sheet = jest.fn(accepting);
  const { service, counted, storage } = phone(sheet);
  await service.learnTemplates({ result: 'tmpl-r', waiting: 'tmpl-w' });
  const asked = service.askForMessages(['result', 'waiting']);
  // Before anything is awaited: WeChat takes it for a part of the tap only then.
  expect(sheet).toHaveBeenCalledTimes(1);
  expect(sheet.mock.calls[0]?.[0].tmplIds).toEqual(['tmpl-r', 'tmpl-w']);
  expect(await asked).toBe('allowed');
  await settled();
  expect(counted).toEqual([
    { key: expect.stringMatching(/^[A-Za-z0-9_-]{16,64}$/), accepted: ['result', 'waiting'] },
  ]);
  expect(storage.has('consents')).toBe(false);
});

test.each<[string, Sheet]>([
  ['refused', ({ success }) => success({ 'tmpl-r': 'reject' })],
  ['banned', ({ success }) => success({ 'tmpl-r': 'ban' })],
  ['switched off', ({ fail }) => fail({ errMsg: 'requestSubscribeMessage:fail', errCode: 20004 })],
])('%s is a no, and nothing is counted', async (_, sheet) => {
  const { service, counted } = phone(sheet);
  await service.learnTemplates({ result: 'tmpl-r' });
  expect(await service.askForMessages(['result'])).toBe('refused');
  await settled();
  expect(counted).toEqual([]);
});

test.each<[string, Sheet]>([
  ['dropped for its title', ({ success }) => success({ 'tmpl-r': 'filter' })],
  ['not able to open', ({ fail }) => fail({ errMsg: 'requestSubscribeMessage:fail', errCode: 10005 })],
])('%s: the person has said nothing', async (_, sheet) => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { service, counted } = phone(sheet);
  await service.learnTemplates({ result: 'tmpl-r' });
  expect(await service.askForMessages(['result'])).toBe('failed');
  await settled();
  expect(counted).toEqual([]);
});

test('of two templates with one title the one that is left is counted', async () => {
  const { service, counted } = phone(({ success }) => success({ 'tmpl-r': 'accept', 'tmpl-w': 'filter' }));
  await service.learnTemplates({ result: 'tmpl-r', waiting: 'tmpl-w' });
  expect(await service.askForMessages(['result', 'waiting'])).toBe('allowed');
  await settled();
  expect(counted).toMatchObject([{ accepted: ['result'] }]);
});

test('a page that names no template takes none away', async () => {
  const { service } = phone();
  service.noteTemplates({ waiting: 'tmpl-w' });
  service.noteTemplates({});
  expect(service.canAsk(['waiting'])).toBe(true);
});

test('a phone that does not know the sheet asks nothing', async () => {
  const { service } = phone(undefined);
  Object.assign(globalThis, {
    wx: { ...(globalThis as { wx?: object }).wx, requestSubscribeMessage: undefined },
  });
  await service.learnTemplates({ result: 'tmpl-r' });
  expect(await service.askForMessages(['result'])).toBe('nothing');
});

test('a consent that could not be counted is counted later, under the same key', async () => {
  const { service, counted, setOnline, storage } = phone();
  await service.learnTemplates({ result: 'tmpl-r' });
  setOnline(false);
  expect(await service.askForMessages(['result'])).toBe('allowed');
  await settled();
  const [consent] = storage.get('consents') as { key: string }[];
  expect(counted).toEqual([]);
  setOnline(true);
  await service.prepareToAsk({});
  await settled();
  expect(counted).toEqual([{ key: consent?.key, accepted: ['result'] }]);
  expect(storage.has('consents')).toBe(false);
  expect(service.canAsk(['result'])).toBe(true);
});

test('what another answer has told is not asked for', async () => {
  const { service, called } = phone();
  await service.prepareToAsk({ result: 'tmpl-r' });
  expect([service.canAsk(['result']), called]).toEqual([true, []]);
});

test('what can be asked for is asked once, and again only where no answer came', async () => {
  const { service, called, setOnline } = phone();
  setOnline(false);
  await service.prepareToAsk({});
  expect(service.canAsk(['result'])).toBe(false);
  setOnline(true);
  await service.prepareToAsk({});
  await service.prepareToAsk({});
  expect(service.canAsk(['result'])).toBe(true);
  expect(called.filter((action) => action === 'templates')).toHaveLength(2);
});
