import { useCompany } from './support/company';
import { picture } from './support/picture';

const company = useCompany();
/** Who asks, and one of the two who decide. */
const [ASKER, DECIDER] = ['E0006', 'E0058'];
const PERSON = 'E0020';
const SHEET = { page: '/features/pay/pages/salary-sheet/salary-sheet', messages: 'refused' as const };
const PENDING = { page: '/pages/pending/pending', messages: 'refused' as const };

test('a pasted raise: sent by one officer, seen and approved by another one behind the second check', async () => {
  const known = new Set((await company.cloud.db.find('requests')).map(({ _id }) => String(_id)));
  const desk = await company.phoneOf(ASKER, SHEET);
  await desk.type('#paste-text', `${PERSON}\t2026-12-01\t1.2E+04`);
  await desk.see('第 1 行：月工资（元）“1.2E+04”被表格软件改过，请从原表按数值复制');
  await desk.type('#paste-text', `${PERSON}\t2026-12-01\t23456.78`);
  await desk.tap('#check');
  await desk.see('¥23,456.78');
  await desk.type('#reason', '晋升');
  await picture(desk, 'salary-sheet');
  await desk.tap('#send');
  const sent = async () =>
    (await company.cloud.db.find('requests', { kind: 'salary-change', state: 'pending' })).filter(
      ({ _id }) => !known.has(String(_id)),
    );
  await company.until(async () => (await sent()).length === 1);
  const id = String((await sent())[0]?._id);

  const other = await company.phoneOf(DECIDER, PENDING);
  await other.tap(`#card-${id}`);
  await other.see('先设一个查看密码');
  expect(await other.text()).not.toContain('23,456');
  for (const field of ['#pass', '#pass-again']) await other.type(field, '908172');
  await other.tap('#lock-ok');
  await other.see('¥23,456.78', '晋升');
  await picture(other, 'salary-change');
  await other.tap('#approve');
  await company.until(async () => (await company.cloud.db.get('requests', id))?.state === 'approved');
});
