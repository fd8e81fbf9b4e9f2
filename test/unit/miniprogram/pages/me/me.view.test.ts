import type { MyProfile } from '#contracts/person';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { type MeModel, meView } from '../../../../../miniprogram/pages/me/me.view';

const profile: MyProfile = {
  employeeId: 'E0012',
  name: '示例员工',
  nameEn: 'Demo Person',
  department: { 'zh-CN': '门店销售', en: 'Store sales' },
  departmentPath: [
    { 'zh-CN': '示例公司', en: 'Demo Company' },
    { 'zh-CN': '华东区', en: 'East China' },
    { 'zh-CN': '门店销售', en: 'Store sales' },
  ],
  job: { 'zh-CN': '销售顾问', en: 'Sales consultant' },
  managerId: 'E0009',
  managerName: '示例主管',
  managerNameEn: 'Demo Manager',
  roles: ['employee'],
  language: null,
  hiredOn: '2022-04-11',
};
const model = (more: Partial<MeModel> = {}): MeModel => ({
  profile,
  failure: null,
  online: true,
  choosing: false,
  shownId: '',
  unread: 0,
  ...more,
});
const zh = (more: Partial<MeModel> = {}) => meView(model(more), wordsIn('zh-CN'));
const failure = { code: 'TIMEOUT', data: {}, requestId: '' } as const;

describe('meView', () => {
  it('says how many messages are new, and nothing if none is', () => {
    expect(zh().unread).toBe('');
    expect(zh({ unread: 3 }).unread).toBe('3 条未读');
    expect(meView(model({ unread: 1 }), wordsIn('en')).unread).toBe('1 unread');
  });

  it('shows who I am, in the language of the reader', () => {
    expect(zh()).toMatchObject({
      mode: 'ready',
      initial: '员工',
      name: '示例员工',
      place: '华东区 · 门店销售 · 销售顾问',
      number: '工号 E0012',
      facts: [
        { name: '直属主管', value: '示例主管', person: 'E0009' },
        { name: '入职日期', value: '2022-04-11', person: '' },
      ],
    });
    expect(meView(model(), wordsIn('en'))).toMatchObject({
      initial: 'DP',
      name: 'Demo Person',
      place: 'East China · Store sales · Sales consultant',
    });
  });

  it('says that the head of the company has no manager', () => {
    expect(zh({ profile: { ...profile, managerName: null, managerNameEn: null } }).facts[0]?.value).toBe(
      '没有直属主管',
    );
  });

  it('is a skeleton, an error, or old data that is called so', () => {
    expect(zh({ profile: null }).mode).toBe('loading');
    expect(zh({ profile: null, failure })).toMatchObject({ mode: 'error', notice: '' });
    expect(zh({ failure }).notice).toBe('网络太慢，服务器没有及时答复，请再试一次');
    expect(zh({ online: false }).notice).toBe('现在没有网络，显示的是上次的数据');
  });
});
