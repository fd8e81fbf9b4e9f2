import type { FormField } from '#contracts/form';
import {
  hiddenMessages,
  holdsFile,
  unusedMessage,
} from '../../../../../cloudfunctions/approvals/domain/request/hidden-picture';
import { requestOf, SENT } from '../../support/request-document';
import { words } from '../../support/rules';

const papers: FormField = { id: 'papers', kind: 'file', label: words('Papers'), required: false } as never;
const FILE = 'cloud://env.bucket/kept-files/E1/abc.jpg';

describe('WeChat hides a picture of a request', () => {
  const request = requestOf({ waitingFor: ['a', 'me'], decidedBy: ['b', 'a'] });
  const about = { aboutId: 'R1', at: SENT, template: null };
  const data = { type: words('Trip'), title: words('Trip to Suzhou'), applicant: words('me') };

  test('the applicant is told, and whoever decides or has decided, each once', () => {
    expect(hiddenMessages(request, FILE, SENT)).toEqual([
      { _id: 'R1-hidden-abc.jpg-own', event: 'picture.hidden-own', to: ['me'], data, ...about },
      { _id: 'R1-hidden-abc.jpg', event: 'picture.hidden', to: ['a', 'b'], data, ...about },
    ]);
  });
  test('nobody else is told where nobody has it to decide', () => {
    const alone = requestOf({ waitingFor: [], decidedBy: ['me'] });
    expect(hiddenMessages(alone, FILE, SENT).map(({ to }) => to)).toEqual([['me']]);
  });
  test('the applicant is named in the language of the reader, if there is a name in it', () => {
    const named = (nameEn: string) =>
      hiddenMessages(requestOf({ applicant: { id: 'me', name: '王', nameEn } }), FILE, SENT)[0]?.data;
    expect(named('Wang')).toMatchObject({ applicant: { 'zh-CN': '王', en: 'Wang' } });
    expect(named('')).toMatchObject({ applicant: { 'zh-CN': '王', en: '王' } });
  });
  test('it is one of the request only if its form has it', () => {
    const held = { form: [papers], values: { papers: ['x', FILE] } };
    expect(holdsFile(held, FILE)).toBe(true);
    expect(holdsFile({ ...held, values: { papers: ['x'] } }, FILE)).toBe(false);
    expect(holdsFile({ form: [], values: held.values }, FILE)).toBe(false);
  });
});

test('the owner of a picture that is in no request yet is told', () => {
  expect(unusedMessage('E1', FILE, SENT)).toEqual({
    _id: 'E1-hidden-abc.jpg',
    event: 'picture.hidden-unused',
    to: ['E1'],
    data: {},
    aboutId: null,
    at: SENT,
    template: null,
  });
});
