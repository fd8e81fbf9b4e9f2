import '../../../../../miniprogram/features/people/words/words';
import { grouped } from '../../../../../miniprogram/features/people/grouped';
import {
  type BindingModel,
  bindingView,
  codeOf,
  isInviteCode,
} from '../../../../../miniprogram/features/people/pages/binding/binding.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const model = (more: Partial<BindingModel> = {}): BindingModel => ({
  code: '',
  busy: false,
  failure: null,
  bound: null,
  scanned: '',
  ...more,
});
const zh = (more: Partial<BindingModel> = {}) => bindingView(model(more), wordsIn('zh-CN'));
const en = (more: Partial<BindingModel> = {}) => bindingView(model(more), wordsIn('en'));

describe('the invite code', () => {
  it.each([
    ['abcd 2345', 'ABCD2345'],
    [' ABCD-2345\n', 'ABCD2345'],
    ['邀请码：abcd2345', 'ABCD2345'],
    ['ABCD23456789', 'ABCD2345'],
  ])('%j is %s', (typed, code) => {
    expect(codeOf(typed)).toBe(code);
  });

  it('is told from what else can be scanned', () => {
    expect(['ABCD2345', ' abcd2345 '].map(isInviteCode)).toEqual([true, true]);
    expect(['TX1.S1.1.a.b', 'https://example.com', 'ABCD234'].map(isInviteCode)).toEqual([
      false,
      false,
      false,
    ]);
    expect(zh({ scanned: 'other' }).error).toBe('这不是邀请码');
    expect(zh({ scanned: 'denied' }).error).toContain('没有相机权限');
  });

  it('is shown in two groups', () => {
    expect(['ABCD', 'ABCD2', 'ABCD2345'].map(grouped)).toEqual(['ABCD', 'ABCD 2', 'ABCD 2345']);
  });

  it('can be sent when it is complete, once', () => {
    expect(zh({ code: 'ABCD234' })).toMatchObject({ ready: false, hint: '邀请码是 8 位，还差 1 位' });
    expect(en({ code: 'ABCD234' }).hint).toBe('The code has 8 characters, one more to go');
    expect(zh({ code: 'ABCD2345' })).toMatchObject({ ready: true, hint: '' });
    expect(zh({ code: 'ABCD2345', busy: true }).ready).toBe(false);
  });

  it('says how many tries are left', () => {
    const failure = { code: 'INVITE_INVALID', data: { left: 3 }, requestId: '' } as const;
    expect(zh({ failure }).error).toBe('邀请码不对、已用过或已过期，还可以试 3 次');
    expect(en({ failure }).error).toBe('The code is wrong, used or expired. 3 tries left');
  });
});
