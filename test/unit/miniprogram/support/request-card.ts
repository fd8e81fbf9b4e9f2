import type { RequestCard } from '#contracts/request';

/** Three days of annual leave, waiting. */
export const card = (more: Partial<RequestCard> = {}): RequestCard =>
  ({
    id: 'E0012-one',
    rev: 1,
    typeId: 'leave',
    kind: 'leave',
    typeName: { 'zh-CN': '请假', en: 'Leave' },
    state: 'pending',
    cancels: null,
    applicant: { id: 'E0012', name: '示例甲', nameEn: 'Sample A' },
    title: { 'zh-CN': '年假', en: 'Annual leave' },
    period: { unit: 'day', from: '2026-12-01', to: '2026-12-03' },
    amountMinutes: 1_440,
    amountFen: null,
    reason: '探亲',
    submittedAt: Date.parse('2026-11-23T09:00:00+08:00'),
    decidedAt: null,
    waitingFor: [{ id: 'E0009', name: '示例乙', nameEn: 'Sample B' }],
    urgent: false,
    facts: [
      {
        code: 'BALANCE',
        data: { type: { 'zh-CN': '年假', en: 'Annual leave' }, before: 3_840, after: 2_400 },
      },
    ],
    warnings: [],
    ...more,
  }) as RequestCard;
