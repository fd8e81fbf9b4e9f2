import {
  bilingual,
  choiceField,
  dayField,
  flow,
  managerStep,
  reasonField,
  secondManagerStep,
  shippedType,
  step,
} from '../request-types/rules-shipped';

/** The default request type. */
export const expenseType = shippedType(
  'expense',
  bilingual('报销', 'Expense'),
  [
    {
      id: 'lines',
      kind: 'table',
      label: bilingual('明细', 'Lines'),
      required: true,
      most: 50,
      columns: [
        dayField('day', bilingual('日期', 'Day')),
        choiceField('category', bilingual('类别', 'Category'), {
          travel: bilingual('交通', 'Travel'),
          hotel: bilingual('住宿', 'Hotel'),
          meals: bilingual('餐饮', 'Meals'),
          office: bilingual('办公', 'Office'),
          other: bilingual('其他', 'Other'),
        }),
        { id: 'amount', kind: 'money', label: bilingual('金额', 'Amount'), required: true, from: 1 },
        { id: 'note', kind: 'text', label: bilingual('说明', 'Note'), required: false, most: 200 },
        { id: 'files', kind: 'file', label: bilingual('票据', 'Receipts'), required: false, most: 5 },
      ],
    },
    { id: 'advance', kind: 'money', label: bilingual('已预支', 'Advance'), required: false },
    reasonField(false),
  ],
  flow([
    managerStep,
    secondManagerStep([{ what: 'amount', is: 'at-least', value: 500_000 }]),
    step('payroll', bilingual('财务', 'Payroll'), { by: 'role', role: 'payroll' }),
  ]),
);
