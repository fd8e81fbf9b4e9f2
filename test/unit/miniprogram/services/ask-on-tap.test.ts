import { fakePhone, loadService } from '../support/phone';

interface Asking {
  askOnTap(use: 'waiting' | 'result'): Promise<void> | null;
}
interface Subscribe {
  noteTemplates(told: Record<string, string>): void;
}
type Sheet = { success(answer: Record<string, string>): void; fail(error: object): void };

const START = Date.parse('2026-11-23T09:00:00+08:00');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** An approver's phone whose sheet stays open until the test answers it. */
function phone(more: Readonly<Record<string, unknown>> = {}) {
  const open: Sheet[] = [];
  const requestSubscribeMessage = (sheet: Sheet) => void open.push(sheet);
  const callFunction = async () => ({ result: { ok: true, data: {}, now: Date.now() } });
  const { storage } = fakePhone({ cloud: { callFunction }, requestSubscribeMessage, ...more });
  loadService<Subscribe>('services/subscribe').noteTemplates({ waiting: 'tmpl-w', result: 'tmpl-r' });
  const { askOnTap } = loadService<Asking>('services/ask-on-tap');
  const answer = async (said: string, id = 'tmpl-w'): Promise<void> => {
    open.at(-1)?.success({ [id]: said });
    await jest.advanceTimersByTimeAsync(0);
  };
  const askApprover = () => askOnTap('waiting');
  return { open, storage, askApprover, askOnTap, answer };
}

beforeEach(() => {
  jest.resetModules();
  jest.useFakeTimers({ now: START });
});
afterEach(() => jest.useRealTimers());

test('an approver is asked inside the tap, and once for a sitting', async () => {
  const { open, askApprover, answer } = phone();
  askApprover();
  expect(open).toHaveLength(1);
  askApprover();
  expect(open).toHaveLength(1);
  await answer('accept');
  askApprover();
  jest.setSystemTime(START + 9 * MINUTE);
  askApprover();
  expect(open).toHaveLength(1);
  jest.setSystemTime(START + 10 * MINUTE);
  askApprover();
  expect(open).toHaveLength(2);
});

test('what is answered ends with the sheet, and there is nothing to wait for without one', async () => {
  const { askApprover, answer } = phone();
  const sheet = askApprover();
  const ended = jest.fn();
  void sheet?.then(ended);
  await jest.advanceTimersByTimeAsync(0);
  expect(ended).not.toHaveBeenCalled();
  await answer('accept');
  expect(ended).toHaveBeenCalledTimes(1);
  expect(askApprover()).toBeNull();
});

test('who refused is left alone for a week', async () => {
  const { open, askApprover, answer } = phone();
  askApprover();
  await answer('reject');
  jest.setSystemTime(START + 7 * DAY - 1);
  askApprover();
  expect(open).toHaveLength(1);
  jest.setSystemTime(START + 7 * DAY);
  askApprover();
  expect(open).toHaveLength(2);
});

test('about a result one is asked by itself, and once for a sitting too', async () => {
  const { open, askOnTap, answer } = phone();
  void askOnTap('waiting');
  await answer('reject');
  void askOnTap('result');
  expect(open).toHaveLength(2);
  await answer('accept', 'tmpl-r');
  expect([askOnTap('result'), askOnTap('waiting')]).toEqual([null, null]);
  jest.setSystemTime(START + 10 * MINUTE);
  void askOnTap('waiting');
  expect(open).toHaveLength(2);
  void askOnTap('result');
  expect(open).toHaveLength(3);
});

test('a sheet that WeChat could not open is no refusal', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { open, askApprover } = phone();
  askApprover();
  open[0]?.fail({ errMsg: 'requestSubscribeMessage:fail', errCode: 10005 });
  await jest.advanceTimersByTimeAsync(0);
  askApprover();
  expect(open).toHaveLength(2);
});

test('without a network nobody is asked', () => {
  const { open, askApprover } = phone({
    getNetworkType: ({ success }: { success(result: object): void }) => success({ networkType: 'none' }),
  });
  loadService<{ startNetworkWatch(): void }>('services/network').startNetworkWatch();
  askApprover();
  expect(open).toHaveLength(0);
});

test('a phone whose clock went backwards asks again', async () => {
  const { open, askApprover, answer } = phone();
  askApprover();
  await answer('reject');
  jest.setSystemTime(START - DAY);
  askApprover();
  expect(open).toHaveLength(2);
});
