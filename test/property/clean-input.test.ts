import fc from 'fast-check';
import { safeParse } from 'valibot';
import type { FormField } from '#contracts/form';
import { allKinds } from '../../cloudfunctions/approvals/kind/registry';
import { checkForm } from '../../cloudfunctions/request-types/domain/check-form';
import '../../cloudfunctions/requests/kinds';
import { cleanText } from '../../miniprogram/common/clean-text';
import { ACTION_INPUTS, type Node, textsIn } from './support/action-inputs';

const isVerbatim = ({ pipe = [] }: Node): boolean =>
  (pipe as Node[]).some(({ type, description }) => type === 'description' && description === 'verbatim');

/** What people and other systems send by mistake or on purpose, in between of ordinary characters. */
const nastyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u0000',
        '\t',
        '\u001b',
        '\u200b',
        '\u202e',
        '\ufeff',
        '\ufffe',
        '\ud842',
        '\udfb7',
        '\u3164',
      ),
      fc.constantFrom('a', 'E0012', '2026-12-01', '1', '.', '-', '张', 'e\u0301', 'cloud://'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));

test('every action is looked at', () => {
  expect(ACTION_INPUTS.length).toBeGreaterThan(60);
  expect(ACTION_INPUTS.flatMap(([, input]) => textsIn(input as Node)).length).toBeGreaterThan(100);
});

test.each(ACTION_INPUTS)('%s takes no text with anything invisible in it', (_file, input) => {
  const texts = textsIn(input as Node).filter((text) => !isVerbatim(text));
  fc.assert(
    fc.property(nastyText, (typed) => {
      for (const text of texts) {
        const read = safeParse(text, typed);
        if (read.success) expect(read.output).toBe(cleanText(read.output as string));
      }
    }),
    { numRuns: 300 },
  );
});

/** What shows nothing: every kind of space, joiners, bidirectional controls, fillers. */
const blank = fc
  .array(
    fc.constantFrom(
      ...[
        ' ',
        '\t',
        '\n',
        '\r',
        '\u0000',
        '\u0085',
        '\u00a0',
        '\u00ad',
        '\u034f',
        '\u115f',
        '\u1680',
        '\u17b4',
      ],
      ...['\u180e', '\u2003', '\u200b', '\u200c', '\u200d', '\u200e', '\u2028', '\u2029', '\u202e', '\u202f'],
      ...[
        '\u205f',
        '\u2060',
        '\u2066',
        '\u2069',
        '\u2800',
        '\u3000',
        '\u3164',
        '\ufe0f',
        '\ufeff',
        '\uffa0',
        '\ud800',
      ],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const required = ACTION_INPUTS.map(([file, input]): [string, Node[]] => {
  const texts = textsIn(input as Node).filter((text) => !isVerbatim(text));
  return [file, texts.filter((text) => !safeParse(text, '').success)];
}).filter(([, texts]) => texts.length > 0);

test.each(required)('%s takes nothing that looks empty where something must be written', (_file, texts) => {
  fc.assert(
    fc.property(blank, (typed) => {
      for (const text of texts) expect(safeParse(text, typed).success).toBe(false);
    }),
    { numRuns: 300 },
  );
});

/** The required texts of every shipped form, those in tables as well. */
const FORMS = allKinds()
  .flatMap(({ types }) => types)
  .flatMap(({ id, form }) =>
    form.flatMap((field): [string, FormField][] =>
      [field, ...(field.columns ?? [])]
        .filter(({ kind, required }) => kind === 'text' && required)
        .map((each) => [`${id}.${each.id}`, each]),
    ),
  );

test.each(FORMS)('the form’s %s is not sent with nothing to be seen in it', (_name, field) => {
  fc.assert(
    fc.property(blank, (typed) => {
      const check = () => checkForm([field], { [field.id]: typed }, { employeeId: 'E1' });
      expect(check).toThrow(
        expect.objectContaining({
          code: 'FORM_INVALID',
          data: expect.objectContaining({ rule: 'required' }),
        }),
      );
    }),
    { numRuns: 300 },
  );
});
