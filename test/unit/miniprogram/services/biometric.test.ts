import { fakePhone, loadService } from '../support/phone';

type Options = Record<string, unknown> & {
  success(result: unknown): void;
  fail(error: { errMsg: string }): void;
};
type Biometric = { checkOnPhone(siteId: string): Promise<object | null> };

const signed = { resultJSON: '{"raw":"c"}', resultJSONSignature: 's' };

function phone(modes: string[] | null, answer: 'ok' | 'refused', isReachable = true) {
  const start = jest.fn(({ success, fail }: Options) =>
    answer === 'ok' ? success({ authMode: 'fingerPrint', ...signed }) : fail({ errMsg: 'fail cancel' }),
  );
  const callFunction = jest.fn(async () => {
    if (!isReachable) throw Object.assign(new Error(), { errMsg: 'request:fail' });
    return { result: { ok: true, data: { challenge: 'c-1', until: 1 }, now: 0, requestId: 'r' } };
  });
  fakePhone({
    cloud: { callFunction },
    startSoterAuthentication: start,
    ...(modes && {
      checkIsSupportSoterAuthentication: ({ success }: Options) => success({ supportMode: modes }),
    }),
  });
  return { start, callFunction, ...loadService<Biometric>('services/biometric') };
}

beforeEach(() => jest.resetModules());

it('asks the person once, with the challenge of the server', async () => {
  const { start, checkOnPhone } = phone(['fingerPrint', 'speech'], 'ok');
  await expect(checkOnPhone('S1')).resolves.toEqual(signed);
  expect(start.mock.calls[0]?.[0]).toMatchObject({ challenge: 'c-1', requestAuthModes: ['fingerPrint'] });
});

it.each<[string, string[] | null, 'ok' | 'refused', boolean]>([
  ['the person will not', ['facial'], 'refused', true],
  ['the phone cannot', ['speech'], 'ok', true],
  ['WeChat is too old', null, 'ok', true],
  ['the server is out of reach', ['facial'], 'ok', false],
])('goes on without: %s', async (_name, modes, answer, isReachable) => {
  await expect(phone(modes, answer, isReachable).checkOnPhone('S1')).resolves.toBeNull();
});

it('does not bother the server for a phone that cannot', async () => {
  const { callFunction, checkOnPhone } = phone([], 'ok');
  await checkOnPhone('S1');
  expect(callFunction).not.toHaveBeenCalled();
});
