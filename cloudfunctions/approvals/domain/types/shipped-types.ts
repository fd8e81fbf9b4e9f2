import type { LocalText } from '../../../../typings/contracts/common';
import type {
  ApproverRule,
  Flow,
  FlowStep,
  FormField,
  RequestType,
} from '../../../../typings/contracts/requests';

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });

const MANAGER: ApproverRule = { by: 'manager', level: 1 };
const HR: ApproverRule = { by: 'role', role: 'hr' };

const step = (
  id: string,
  name: LocalText,
  approver: ApproverRule,
  when: FlowStep['when'] = [],
): FlowStep => ({ id, name, mode: 'any', approvers: [approver], when });

const managerStep = step('manager', text('直属上级', 'Direct manager'), MANAGER);
const flow = (steps: readonly FlowStep[], cc: readonly ApproverRule[] = []): Flow => ({
  steps,
  cc,
  escalateAfterHours: 72,
});

const period: FormField = { id: 'period', kind: 'period', label: text('时间', 'When'), required: true };
const reason = (required: boolean): FormField => ({
  id: 'reason',
  kind: 'text',
  label: text('事由', 'Reason'),
  required,
  most: 500,
});
const files: FormField = {
  id: 'files',
  kind: 'file',
  label: text('附件', 'Attachments'),
  required: false,
  most: 9,
};
const time: FormField = { id: 'time', kind: 'text', label: text('时刻', 'Time'), required: true, most: 5 };
const place = (required: boolean): FormField => ({
  id: 'place',
  kind: 'text',
  label: text('地点', 'Place'),
  required,
  most: 60,
});
const day = (id: string, label: LocalText, required = true): FormField => ({
  id,
  kind: 'day',
  label,
  required,
});

const type = (
  id: RequestType['id'],
  kind: RequestType['kind'],
  name: LocalText,
  form: readonly FormField[],
  steps: Flow,
): RequestType => ({ id, version: 1, kind, name, enabled: true, form, flow: steps });

/**
 * The types that every company starts with. An edited one is a document of `request_types` with the same id and a
 * higher version; the fields here are those that the rules of the kind read, and stay in every version.
 */
export const SHIPPED_TYPES: readonly RequestType[] = [
  type(
    'leave',
    'leave',
    text('请假', 'Leave'),
    [
      { id: 'leaveType', kind: 'choice', label: text('假期类型', 'Kind of leave'), required: true },
      period,
      reason(false),
      files,
    ],
    flow([
      managerStep,
      step('second', text('上级的上级', 'Second manager'), { by: 'manager', level: 2 }, [
        { what: 'days', is: 'at-least', value: 3 },
      ]),
      step('hr', text('人事', 'HR'), HR, [{ what: 'days', is: 'at-least', value: 10 }]),
    ]),
  ),
  type(
    'overtime',
    'overtime',
    text('加班', 'Overtime'),
    [
      period,
      {
        id: 'compensation',
        kind: 'choice',
        label: text('补偿方式', 'In return'),
        required: true,
        options: [
          { id: 'pay', label: text('加班费', 'Pay') },
          { id: 'comp-time', label: text('调休', 'Time off') },
        ],
      },
      reason(true),
    ],
    flow([managerStep]),
  ),
  type(
    'correction',
    'correction',
    text('补卡', 'Correction'),
    [
      day('day', text('日期', 'Day')),
      {
        id: 'slot',
        kind: 'choice',
        label: text('哪次打卡', 'Which punch'),
        required: true,
        options: [
          { id: 'in', label: text('上班', 'In') },
          { id: 'out', label: text('下班', 'Out') },
        ],
      },
      time,
      reason(true),
      files,
    ],
    flow([managerStep]),
  ),
  type(
    'trip',
    'trip',
    text('出差', 'Business trip'),
    [period, place(true), reason(true)],
    flow([
      managerStep,
      step('second', text('上级的上级', 'Second manager'), { by: 'manager', level: 2 }, [
        { what: 'days', is: 'at-least', value: 5 },
      ]),
    ]),
  ),
  type(
    'field',
    'field',
    text('外勤打卡', 'Field punch'),
    [
      { id: 'punchKey', kind: 'text', label: text('打卡编号', 'Punch'), required: true, most: 64 },
      day('day', text('日期', 'Day')),
      time,
      place(true),
      { id: 'photo', kind: 'file', label: text('现场照片', 'Photo'), required: false, most: 1 },
      reason(false),
    ],
    flow([managerStep]),
  ),
  type(
    'expense',
    'expense',
    text('报销', 'Expense'),
    [
      {
        id: 'lines',
        kind: 'table',
        label: text('明细', 'Lines'),
        required: true,
        most: 50,
        columns: [
          day('day', text('日期', 'Day')),
          {
            id: 'category',
            kind: 'choice',
            label: text('类别', 'Category'),
            required: true,
            options: [
              { id: 'travel', label: text('交通', 'Travel') },
              { id: 'hotel', label: text('住宿', 'Hotel') },
              { id: 'meals', label: text('餐饮', 'Meals') },
              { id: 'office', label: text('办公', 'Office') },
              { id: 'other', label: text('其他', 'Other') },
            ],
          },
          { id: 'amount', kind: 'money', label: text('金额', 'Amount'), required: true, from: 1 },
          { id: 'note', kind: 'text', label: text('说明', 'Note'), required: false, most: 200 },
          { id: 'files', kind: 'file', label: text('票据', 'Receipts'), required: false, most: 5 },
        ],
      },
      { id: 'advance', kind: 'money', label: text('已预支', 'Advance'), required: false },
      reason(false),
    ],
    flow([
      managerStep,
      step('second', text('上级的上级', 'Second manager'), { by: 'manager', level: 2 }, [
        { what: 'amount', is: 'at-least', value: 500_000 },
      ]),
      step('payroll', text('财务', 'Payroll'), { by: 'role', role: 'payroll' }),
    ]),
  ),
  type(
    'resignation',
    'resignation',
    text('离职', 'Resignation'),
    [day('lastDay', text('最后工作日', 'Last day')), reason(true)],
    flow([managerStep, step('hr', text('人事', 'HR'), HR)]),
  ),
  type(
    'onboarding',
    'onboarding',
    text('入职资料', 'Onboarding'),
    [
      { id: 'phone', kind: 'text', label: text('手机号', 'Phone'), required: true, most: 20, private: true },
      {
        id: 'emergency',
        kind: 'text',
        label: text('紧急联系人', 'Emergency contact'),
        required: true,
        most: 100,
        private: true,
      },
      files,
      reason(false),
    ],
    flow([step('hr', text('人事', 'HR'), HR)]),
  ),
  type(
    'profile',
    'profile',
    text('资料变更', 'Change of data'),
    [
      { id: 'what', kind: 'text', label: text('变更内容', 'What changes'), required: true, most: 500 },
      files,
      reason(false),
    ],
    flow([step('hr', text('人事', 'HR'), HR)]),
  ),
];

export const shippedType = (id: string): RequestType | null =>
  SHIPPED_TYPES.find((each) => each.id === id) ?? null;
