import { useCompany } from './support/company';
import { confirmSheet } from './support/confirm-sheet';

const company = useCompany();
const LIST = '/features/improvement/pages/feedback/feedback';

/** Two account managers of one team. */
const [SELLER, COLLEAGUE] = ['E0037', 'E0038'];

const nameOf = async (id: string): Promise<string> =>
  String((await company.cloud.db.get('employees', id))?.name);

test('somebody asks a colleague, who answers for the manager as well, and is thanked', async () => {
  const phone = await company.phoneOf(SELLER, { page: '/pages/me/me' });
  await phone.tap('#feedback');
  await phone.see('还没有收到反馈');
  await phone.screenshot('feedback-empty');
  await phone.tap('#ask', '#person');
  await phone.type('#person-search', COLLEAGUE);
  await phone.tap(`#person-${COLLEAGUE}`);
  await phone.type('#words', '这次促销我协调得怎么样');
  await phone.tap('#topic-goal');
  await phone.see('选择目标', '成交客户');
  await phone.tap('#option-1');
  await phone.screenshot('feedback-ask');
  await phone.tap('#send');
  await phone.tap('#segment-asked');
  await phone.see(`请${await nameOf(COLLEAGUE)}反馈`);

  const other = await company.phoneOf(COLLEAGUE, { page: '/features/notices/pages/inbox/inbox' });
  await other.tap(`${await nameOf(SELLER)}想听听你的反馈，请在 11月30日 周一 前回答`);
  await other.see('这次促销我协调得怎么样');
  await other.type('#answer-words', '分工清楚，进度每天都同步。下次早两天把物料清单发出来');
  await other.tap('#visibility-manager');
  await other.screenshot('feedback-answer');
  await other.tap('#answer');
  await other.see('谁能看：对方和直属主管');

  await phone.tap('#segment-received', '#note-0');
  await phone.see('分工清楚，进度每天都同步。下次早两天把物料清单发出来');
  await phone.tap('#reply');
  await phone.type('#reply-comment', '好的，谢谢');
  await confirmSheet(phone, '#reply-ok', '好的，谢谢');
  await phone.screenshot('feedback-note');
});

test('praise for everybody hangs on the wall of the team until its giver takes it back', async () => {
  const phone = await company.phoneOf(SELLER, { page: LIST });
  await phone.tap('#give', '#person');
  await phone.type('#person-search', COLLEAGUE);
  await phone.tap(`#person-${COLLEAGUE}`, '#kind-praise');
  await phone.type('#words', '客户临时改时间，一个人撑了一下午的接待');
  await phone.tap('#visibility-everybody', '#topic-project');
  await phone.type('#project', '双十一促销');
  await phone.screenshot('feedback-give');
  await phone.tap('#send', '#segment-wall');
  await phone.see(`${await nameOf(SELLER)}表扬${await nameOf(COLLEAGUE)}`);
  await phone.screenshot('feedback-wall');
  await phone.tap('#note-0', '#withdraw', '.mp-modal >> text="撤回"');
  await phone.see('这条反馈已被撤回，内容不再保留');
});
