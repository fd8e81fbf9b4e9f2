import '../../../../../miniprogram/features/requests/words/words';
import type { Day } from '#contracts/common';
import type { RequestCard } from '#contracts/request';
import { type FormModel, noForm } from '../../../../../miniprogram/features/requests/form.model';
import { isAskedFirst, questionView, sentView } from '../../../../../miniprogram/features/requests/sent.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { text } from '../../support/form';
import { card } from '../../support/request-card';

const zh = wordsIn('zh-CN', '2026');
const day = (value: string) => value as Day;
const manager = [{ id: 'E9', name: '示例主管', nameEn: 'Manager' }];
const sent = (more: Partial<RequestCard>) => sentView({ ...card(), waitingFor: manager, ...more }, zh);

test('two hours of leave and a resignation are told apart once they are sent', () => {
  const leave = sent({
    kind: 'leave',
    title: text('年休假'),
    amountMinutes: 120,
    period: { unit: 'hour', from: day('2026-12-03'), start: 960, end: 1_080 },
  });
  expect(leave).toEqual({
    subject: '年休假 2 小时',
    lines: [
      { name: '时间', value: '12月3日 周四 16:00–18:00' },
      { name: '等谁审批', value: '示例主管' },
    ],
    after: '同意后这段时间按请假算，有结果会告诉你。',
  });
  const resignation = sent({
    kind: 'resignation',
    title: text('离职'),
    amountMinutes: null,
    period: { unit: 'day', from: day('2027-01-15'), to: day('2027-01-15') },
  });
  expect(resignation.lines[0]).toEqual({ name: '最后工作日', value: '2027年1月15日 周五' });
  expect(resignation.after).toContain('交接');
});

test('what needs no approval says that it is in effect', () => {
  const { lines, after } = sent({ kind: 'seal', period: null, waitingFor: [], state: 'approved' });
  expect(lines).toEqual([]);
  expect(after).toBe('不用审批，已经生效。');
});

describe('before a resignation is sent', () => {
  const model = (kind: string, more: Partial<FormModel>): FormModel =>
    ({
      ...noForm,
      typeId: 'x',
      asking: true,
      key: 'k',
      today: day('2026-12-01'),
      start: { types: [{ id: 'x', version: 1, kind, name: text('离职'), form: [] }] },
      ...more,
    }) as unknown as FormModel;
  const notice = {
    warnings: [],
    facts: [{ code: 'NOTICE', data: { days: 30, lastDay: day('2026-12-31') } }],
  };

  test('it is named with the chosen last day', () => {
    const values = { lastDay: '2027-01-15' };
    expect(questionView(model('resignation', { values }), zh)).toMatchObject({
      show: true,
      title: '提交离职申请？',
      content: expect.stringContaining('2027年1月15日 周五') as string,
    });
  });
  test('or with the day that the notice period gives', () => {
    const preview = notice as unknown as FormModel['preview'];
    expect(questionView(model('resignation', { preview }), zh).content).toContain('12月31日 周四');
  });
  test('and nothing else is asked about', () => {
    expect(isAskedFirst(model('leave', {}))).toBe(false);
  });
  test('and how much notice is missing is said again', () => {
    const early = { code: 'LAST_DAY_EARLY', tone: 'bad', data: { days: 5, lastDay: day('2026-12-31') } };
    const preview = { facts: [], warnings: [early] } as unknown as FormModel['preview'];
    const values = { lastDay: '2026-12-26' };
    expect(questionView(model('resignation', { values, preview }), zh).content).toContain(
      '比通知期早 5 天，最早应为 12月31日 周四。提前离开要公司同意。',
    );
  });
});
