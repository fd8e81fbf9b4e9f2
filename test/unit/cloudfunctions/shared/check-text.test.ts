import { checkText } from '../../../../cloudfunctions/shared/text-check/check-text';

const msgSecCheck = jest.fn();
jest.mock('../../../../cloudfunctions/shared/platform/cloud', () => ({
  openApi: () => ({ security: { msgSecCheck: (input: unknown) => msgSecCheck(input) } }),
}));

const says = (suggest: string) => ({ result: { suggest, label: 100 } });
beforeEach(() => {
  msgSecCheck.mockReset();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

test('nothing to say is not asked about', async () => {
  expect(await checkText(['', ' \n '], 'someone')).toBe('fine');
  expect(msgSecCheck).not.toHaveBeenCalled();
});

test.each([
  ['pass', 'fine'],
  ['review', 'fine'],
  ['risky', 'risky'],
])('%s is %s', async (suggest, verdict) => {
  msgSecCheck.mockResolvedValue(says(suggest));
  expect(await checkText(['一', '', '二'], 'someone')).toBe(verdict);
  expect(msgSecCheck).toHaveBeenCalledWith({ content: '一\n二', openid: 'someone', scene: 2, version: 2 });
});

test('a long text is asked about in parts, no character cut in two', async () => {
  msgSecCheck.mockResolvedValueOnce(says('pass')).mockResolvedValueOnce(says('risky'));
  expect(await checkText(['🙂'.repeat(2_501)], 'someone')).toBe('risky');
  const parts = msgSecCheck.mock.calls.map(([{ content }]) => [...content].length);
  expect(parts).toEqual([2_500, 101]);
});

test('a check that does not answer refuses nothing, and says so', async () => {
  msgSecCheck.mockRejectedValue(new Error('timeout'));
  expect(await checkText(['一'], 'someone')).toBe('unknown');
  expect(console.error).toHaveBeenCalled();
});
