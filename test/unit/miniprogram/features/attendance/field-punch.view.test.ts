import '../../../../../miniprogram/features/attendance/words/words';
import {
  blockerOf,
  type FieldPunchModel,
  fieldPunchView,
} from '../../../../../miniprogram/features/attendance/pages/field-punch/field-punch.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { outside, today } from '../../support/today';

const filled = (more: Partial<FieldPunchModel> = {}): FieldPunchModel => ({
  today: today(),
  place: { state: 'fix', location: outside, at: 0 },
  photoPath: 'wxfile://tmp/photo.jpg',
  camera: 'ready',
  placeName: '客户公司 12 层',
  note: '',
  phase: 'filling',
  failure: null,
  revising: '',
  ...more,
});
const zh = (more: Partial<FieldPunchModel> = {}) => fieldPunchView(filled(more), wordsIn('zh-CN'));

describe('fieldPunchView', () => {
  it.each([
    [null, {}],
    ['notReady', { today: null }],
    ['notAllowed', { today: today({ fieldPolicy: 'forbidden' }) }],
    ['needLocation', { place: { state: 'denied' } }],
    ['needPhoto', { photoPath: '' }],
    ['needPlace', { placeName: '   ' }],
  ] as const)('names what is missing: %s', (blocker, more) => {
    expect(blockerOf(filled(more))).toBe(blocker);
    expect(zh(more).ready).toBe(blocker === null);
  });

  it('can be sent once', () => {
    expect(zh({ phase: 'sending' })).toMatchObject({ ready: false, sending: true, submit: '正在提交' });
  });

  it('offers the way to a refused permission', () => {
    expect(zh({ place: { state: 'denied' } }).location).toMatchObject({
      action: 'settings',
      actionText: '去允许',
    });
    expect(zh({ camera: 'denied' })).toMatchObject({
      cameraDenied: true,
      cameraProblem: '没有相机权限，不能拍照。允许后再试',
    });
  });

  it('shows why the server refused', () => {
    const failure = { code: 'FIELD_NOT_ALLOWED', data: {}, requestId: '' } as const;
    expect(zh({ failure }).error).toBe('你的岗位没有开通外勤打卡，请到打卡地点打卡');
    expect(zh({ phase: 'saved' }).saved).toBe(true);
  });
});
