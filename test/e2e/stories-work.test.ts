import { useCompany } from './support/company';
import { SEPTEMBER } from './support/made-before';
import type { Phone } from './support/phone';
import { pickPeriod, pickTime } from './support/pickers';
import { sendForm } from './support/send-form';

/** The Monday before National Day 2026. */
const company = useCompany(SEPTEMBER);
/** Of somebody who wants no messages: no sheet of WeChat's lies over the cards. */
const PENDING = { page: '/pages/pending/pending', messages: 'refused' as const };
const DELEGATE = { page: '/features/requests/pages/delegate/delegate' };
const BALANCES = { page: '/features/requests/pages/balances/balances' };
const form = (type: string) => ({ page: `/features/requests/pages/form/form?type=${type}` });
const detailOf = async (applicantId: string) => ({
  page: `/features/requests/pages/detail/detail?id=${(await company.requestOf(applicantId))._id}`,
});
const monthOn = (day: string) => ({ page: `/features/attendance/pages/month/month?day=${day}` });
const nameOf = async (id: string) => String((await company.cloud.db.get('employees', id))?.name);

/** Approves on the card, and waits until the five seconds of undo are over. */
async function approve(desk: Phone, applicantId: string) {
  const { _id, rev } = await company.requestOf(applicantId);
  await desk.tap(`#card-${_id} >> text="同意"`);
  await desk.see('已同意 1 项');
  await company.until(async () => (await company.requestOf(applicantId)).rev > rev);
}

describe('a punch put right', () => {
  const DAY = '2026-09-23';

  test('inside the quota the day recalculates itself', async () => {
    const punches = (await company.punches('E0025', DAY)).filter(({ slot }) => slot === 'in');
    await company.cloud.db.updateMany('attendance_days', { _id: `E0025:${DAY}` }, { $set: { punches } });
    const month = await company.phoneOf('E0025', monthOn(DAY));
    await month.see('没有下班卡');
    await month.tap('补下班卡');
    await pickTime(month, '#input-time', '18:10');
    await month.see('第 1 次，最多 3 次');
    await month.type('#input-reason', '开会忘记');
    await sendForm(month);
    await approve(await company.phoneOf('E0011', PENDING), 'E0025');
    const after = await company.phoneOf('E0025', monthOn(DAY));
    await after.see('下班卡 18:10 是审批通过的补卡');
    expect(await after.text()).not.toContain('没有下班卡');
    await after.screenshot('story-corrected');
  });

  test('the fourth of a month is refused with the figure before anything is typed', async () => {
    for (const day of ['2026-09-21', '2026-09-22', '2026-09-23'])
      await company.submit('E0025', 'correction', { day, slot: 'out', time: '18:10', reason: '忘记' });
    const link = `${form('correction').page}&day=2026-09-24&slot=out`;
    const phone = await company.phoneOf('E0025', { page: link });
    await phone.see('本月已补卡 3 次，最多 3 次');
    await phone.screenshot('story-quota');
    await phone.tap('#submit');
    expect(await company.cloud.db.count('requests', { applicantId: 'E0025' })).toBe(3);
  });
});

test('everybody signs, one of them by a delegate, and the history says for whom', async () => {
  const words = (text: string) => ({ 'zh-CN': text, en: text });
  const person = (employeeId: string) => ({ by: 'person', employeeId });
  await company.act('E0004', 'saveType', {
    expectedVersion: 0,
    type: {
      id: 'own-seal',
      kind: 'custom',
      name: words('用印'),
      enabled: true,
      form: [{ id: 'reason', kind: 'text', label: words('用途'), required: true }],
      flow: {
        steps: [
          {
            id: 'both',
            name: words('会签'),
            mode: 'all',
            approvers: [person('E0003'), person('E0005')],
            when: [],
          },
        ],
        cc: [],
        escalateAfterHours: 72,
      },
    },
  });
  const away = await company.phoneOf('E0003', DELEGATE);
  await away.tap('#person');
  await away.find('#person-search input').fill('E0007');
  await away.tap('#person-E0007');
  await away.frame.waitForSelector('#person-search', { state: 'hidden' });
  await away.tap('#save');
  await away.see(`现在由 ${await nameOf('E0007')} 在 9月28日 周一 到 10月5日 周一 代你审批`);
  await away.screenshot('story-delegate');
  company.cloud.clock.advance(61_000);

  const phone = await company.phoneOf('E0026', form('own-seal'));
  await phone.see('需全部同意');
  await phone.type('#input-reason', '合同盖章');
  await sendForm(phone);
  await approve(await company.phoneOf('E0005', PENDING), 'E0026');
  expect(await company.requestOf('E0026')).toMatchObject({ state: 'pending', waitingFor: ['E0003'] });
  await approve(await company.phoneOf('E0007', PENDING), 'E0026');
  expect(await company.requestOf('E0026')).toMatchObject({ state: 'approved' });
  const history = await company.phoneOf('E0026', await detailOf('E0026'));
  await history.see(`${await nameOf('E0007')} 同意（代 ${await nameOf('E0003')}）`);
  await history.screenshot('story-signed-for');
});

describe('receipts', () => {
  const TWICE = '第 2 笔的票据和前面重复';

  test('the same one twice in a form is found before it is sent', async () => {
    const phone = await company.phoneOf('E0031', form('expense'));
    await phone.type('#input-amount', '38.5');
    await addPhoto(phone, 1);
    await phone.see('¥38.50');
    // What comes late would push the link away from under the finger.
    await phone.see('.lines:nth-child(1) >> text="删除"');
    await phone.tap('#add-line');
    await phone.type('.lines:nth-child(2) #input-amount', '38.5');
    await addPhoto(phone, 2);
    await phone.see(TWICE);
    await phone.screenshot('story-receipt-twice');
    await phone.tap('.lines:nth-child(2) .link-bad');
    await phone.see('明细 1 笔');
    await sendForm(phone);
  });

  test('one that a colleague has handed in is shown to the approver', async () => {
    const colleague = await company.phoneOf('E0031', form('expense'));
    await colleague.type('#input-amount', '38.5');
    await addPhoto(colleague, 1);
    await colleague.see('¥38.50', '.lines:nth-child(1) >> text="删除"');
    await sendForm(colleague);
    const phone = await company.phoneOf('E0032', form('expense'));
    await phone.type('#input-amount', '1286.4');
    await addPhoto(phone, 1);
    await phone.see('重复票据：第 1 笔的票据，另有同事也提交过');
    await sendForm(phone);
    const desk = await company.phoneOf('E0028', PENDING);
    await desk.see('重复票据：第 1 笔的票据，另有同事也提交过');
    await desk.see('[class$="picture"]');
    await desk.screenshot('story-receipt-other');
    await desk.tap('[class$="picture"]');
    await desk.see('.mp-gallery');
  });

  test('a file is judged by what is in it', async () => {
    const phone = await company.phoneOf('E0033', form('expense'));
    await phone.page.route('**/client/upload**', (route) =>
      route.continue({ postData: Buffer.from('MZ this is no picture') }),
    );
    await addPhoto(phone, 1);
    await phone.see('这个文件不是 JPG、PNG 或 PDF，请换一个');
    expect(await phone.text()).not.toContain('删除');
  });

  test('an invoice that came as PDF is sent from its chat, opened by the approver, and found when it comes twice', async () => {
    const phone = await company.phoneOf('E0034', form('expense'));
    await phone.type('#input-amount', '66');
    await phone.tap('.lines:nth-child(1) #add-files');
    await phone.see('拍照或从相册选');
    await phone.screenshot('story-paper-ways');
    await addPdf(phone);
    await phone.see('¥66.00');
    await phone.screenshot('story-paper-pdf');
    await sendForm(phone);
    const { waitingFor } = await company.requestOf('E0034');
    const desk = await company.phoneOf(waitingFor[0] ?? '', await detailOf('E0034'));
    await desk.tap('.file');
    await desk.see('PDF · 1 KB');
    await desk.screenshot('story-paper-open');
    const again = await company.phoneOf('E0035', form('expense'));
    await again.type('#input-amount', '66');
    await again.tap('.lines:nth-child(1) #add-files');
    await addPdf(again);
    await again.see('重复票据：第 1 笔的票据，另有同事也提交过');
  });

  test('a PDF that the administrator has not declared says so, and so does a guide that was not accepted', async () => {
    const page = form('expense');
    const phone = await company.phoneOf('E0034', { ...page, undeclared: 'files' });
    await phone.tap('.lines:nth-child(1) #add-files', '从聊天里选 PDF');
    await phone.see('管理员还没有在小程序的隐私保护指引里声明这项功能，微信因此不允许使用。请联系管理员');
    await phone.screenshot('story-paper-undeclared');
    const other = await company.phoneOf('E0034', { ...page, privacy: 'ask', lang: 'en' });
    await other.tap('.lines:nth-child(1) #add-files', 'A PDF from a chat', '.mp-cancel');
    await other.see(
      'You have not accepted the privacy guide, so WeChat blocks this. Try again in a moment and tap Agree',
    );
  });

  async function addPdf(phone: Phone) {
    await phone.tap('从聊天里选 PDF', '测试文件 Test document');
    await phone.see('删除');
  }

  async function addPhoto(phone: Phone, line: number) {
    await phone.tap(`.lines:nth-child(${line}) #add-files`, '拍照或从相册选', '测试照片 Test picture');
  }
});

describe('a step that nobody takes', () => {
  test('goes to the next manager as well once its time is over', async () => {
    await sendForm(await readyLeave('E0036'));
    // A run of the timer is bounded: on a slow machine it takes more than one.
    await company.until(async () => {
      await company.goTo('2026-10-01T10:00:00+08:00');
      return (await company.requestOf('E0036')).waitingFor.includes('E0003');
    });
    expect(await company.requestOf('E0036')).toMatchObject({ waitingFor: ['E0029', 'E0003'] });
    const phone = await company.phoneOf('E0036', await detailOf('E0036'));
    await phone.see(`超时未处理，同时转给 ${await nameOf('E0003')}`);
    await approve(await company.phoneOf('E0003', PENDING), 'E0036');
    expect(await company.requestOf('E0036')).toMatchObject({ state: 'approved' });
  });

  test('moves on when its approver leaves the company', async () => {
    await sendForm(await readyLeave('E0041'));
    await company.cloud.db.updateMany('employees', { _id: 'E0030' }, { $set: { leftOn: '2026-09-27' } });
    company.cloud.clock.advance(61_000);
    await company.goTo('2026-09-29T09:00:00+08:00');
    await company.until(async () => (await company.requestOf('E0041')).waitingFor.includes('E0003'));
    const phone = await company.phoneOf('E0041', await detailOf('E0041'));
    await phone.see(`审批人有变动，转给 ${await nameOf('E0003')}`, '原审批人已不在职，转上一级');
    await phone.screenshot('story-vacancy');
  });

  async function readyLeave(id: string): Promise<Phone> {
    const phone = await company.phoneOf(id, form('leave'));
    await phone.see('提交后会怎样');
    return phone;
  }
});

describe('overtime on National Day as comp time', () => {
  test('is refused with the law until the company decides otherwise, and is used on its last day', async () => {
    await refusedUntilAllowed();
    await usedOnItsLastDay();
  });

  async function refusedUntilAllowed() {
    const phone = await company.phoneOf('E0024', form('overtime'));
    await phone.see('150% · 2 小时');
    await pickPeriod(phone, '2026-10-01');
    await pickTime(phone, '#period-start', '09:00');
    await pickTime(phone, '#period-end', '13:00');
    await phone.see('300% · 4 小时');
    await phone.tap('#option-comp-time');
    await phone.see('法定节假日加班应付加班费，不能换调休，请改选加班费（劳动法第 44 条）');
    await phone.screenshot('story-pay-not-time');

    const rules = { _id: 'company', overtime: { compTime: { 300: 'warn' } } };
    await company.cloud.db.insertMany('request_rules', [rules]);
    company.cloud.clock.advance(61_000);
    await phone.tap('#option-pay', '#option-comp-time');
    await phone.see('补偿：300% 的加班应付加班费，不能用调休代替（劳动法第 44 条）');
    await phone.see('增加 4 小时，可用到 2027年4月1日 周四', '请填写事由');
    await phone.type('#input-reason', '机房值守');
    await sendForm(phone);
    const desk = await company.phoneOf('E0011', PENDING);
    await desk.see('补偿：300% 的加班应付加班费，不能用调休代替（劳动法第 44 条）');
    await approve(desk, 'E0024');
  }

  /** While that waits it does not expire. */
  async function usedOnItsLastDay() {
    await company.goTo('2027-03-30T09:00:00+08:00');
    const phone = await company.phoneOf('E0024', form('leave'));
    await phone.tap('#option-comp-time', '#unit-hour');
    await pickPeriod(phone, '2027-04-01');
    await phone.see('余额 4 小时 → 0 天');
    await phone.see('到期：其中 4 小时 的有效期到 4月1日 周四，审批期间保留，没有通过就作废');
    await phone.screenshot('story-comp-time');
    await sendForm(phone);

    await company.goTo('2027-04-02T09:00:00+08:00');
    const account = await company.cloud.db.get('accounts', 'E0024');
    expect(JSON.stringify(account)).not.toContain('"expire"');
    const desk = await company.phoneOf('E0011', PENDING);
    await desk.see('到期：其中 4 小时 的有效期到 4月1日 周四，审批期间保留，没有通过就作废');
    const { _id } = await company.requestOf('E0024');
    await desk.tap(`#card-${_id} >> text="拒绝"`, '#reject-ok');
    await company.until(async () => (await company.requestOf('E0024')).state === 'rejected');
    await company.goTo('2027-04-03T09:00:00+08:00');
    const balances = await company.phoneOf('E0024', BALANCES);
    await balances.tap('#balance-comp-time');
    await balances.see('−4 小时', '到期');
    await balances.screenshot('story-expired');
  }
});
