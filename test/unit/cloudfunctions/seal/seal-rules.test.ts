import { sealRules } from '../../../../cloudfunctions/seal/domain/seal-rules';
import { sealType } from '../../../../cloudfunctions/seal/shipped-type';
import { problemOf, question } from '../support/requests';

const { form, name } = sealType;
const seal = (values: Parameters<typeof question>[1]) =>
  sealRules(question('seal', values, { type: { id: 'seal', kind: 'seal', name, form } }));

test('the card says which seal and how many copies', () => {
  expect(seal({ seal: 'contract', copies: 3 }).title).toEqual({
    'zh-CN': '合同专用章 3 份',
    en: 'Contract seal, 3 copies',
  });
  expect(seal({ seal: 'company', copies: 1 }).title.en).toBe('Company seal, 1 copy');
});

test('it leaves account, attendance and everything else alone', () => {
  const answer = seal({ seal: 'company', copies: 1 });
  expect(answer).toMatchObject({ problem: null, period: null, amountMinutes: null, amountFen: null });
  for (const change of [answer.onSubmit, answer.onApprove, answer.onReject, answer.onCancel])
    expect(change).toEqual({ spans: {}, entries: {} });
  expect(answer.effects).toBeUndefined();
});

test.each([
  ['a seal that the company does not have', { seal: 'unknown', copies: 1 }, 'seal', 'unknown-option'],
  ['no seal', { copies: 1 }, 'seal', 'unknown-option'],
  ['half a copy', { seal: 'company', copies: 1.5 }, 'copies', 'whole-number'],
  ['no copies', { seal: 'company', copies: 0 }, 'copies', 'out-of-range'],
])('%s is refused', (_, values, field, rule) => {
  expect(problemOf(seal(values))).toEqual({ code: 'FORM_INVALID', field, rule });
});
