import fs from 'node:fs';
import path from 'node:path';
import { en } from '../../../../miniprogram/locales/en';
import { wordsIn } from '../../../../miniprogram/locales/words';
import { zhCN } from '../../../../miniprogram/locales/zh-CN';

const root = path.resolve(__dirname, '../../../..');

function flatten(texts: object, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [inner, text] of flatten(value as object, `${prefix}${key}.`)) all.set(inner, text);
  }
  return all;
}

const chinese = flatten(zhCN);
const english = flatten(en);
const base = (key: string): string => key.replace(/_one$/, '');
const slots = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
const contract = (file: string): string =>
  fs.readFileSync(path.join(root, 'typings/contracts', `${file}.d.ts`), 'utf8');

/** The members of a type of the contracts, read from its declaration: types do not exist at run time. */
function declared(file: string, start: RegExp, member: RegExp): string[] {
  const text = contract(file);
  const from = text.search(start);
  expect(from).toBeGreaterThanOrEqual(0);
  const end = text.indexOf('\n\n\n', from);
  const body = text.slice(from, end < 0 ? undefined : end);
  return [...body.matchAll(member)].map(([, name]) => name ?? '');
}

function union(file: string, name: string): string[] {
  const [, body = ''] = new RegExp(`export type ${name} =([^;]+);`).exec(contract(file)) ?? [];
  return [...body.matchAll(/'([\w-]+)'/g)].map(([, value]) => value ?? '');
}

describe('the language files', () => {
  it('have the same keys', () => {
    expect([...english.keys()].map(base).sort()).toEqual(
      expect.arrayContaining([...chinese.keys()].map(base).sort()),
    );
    expect(new Set([...english.keys()].map(base))).toEqual(new Set([...chinese.keys()].map(base)));
  });

  it('ask for the same figures', () => {
    for (const [key, text] of english) {
      const other = chinese.get(base(key)) ?? '';
      const asked = slots(text).filter((slot) => slot !== 'count');
      const known = new Set([...slots(other), ...slots(english.get(base(key)) ?? '')]);
      expect({ key, unknown: asked.filter((slot) => !known.has(slot)) }).toEqual({ key, unknown: [] });
      if (key === base(key)) expect({ key, slots: slots(text) }).toEqual({ key, slots: slots(other) });
    }
  });

  it('leave nothing unsaid but the cells of days without a state', () => {
    const silent = ['cells.upcoming', 'cells.none'];
    for (const texts of [chinese, english]) {
      expect([...texts].filter(([, text]) => !text).map(([key]) => key)).toEqual(silent);
    }
  });

  it('say no exclamation marks, and Chinese speaks Chinese', () => {
    for (const text of [...chinese.values(), ...english.values()]) expect(text).not.toMatch(/[!！]/);
    expect([...english].filter(([key, text]) => /[一-鿿]/.test(text) && key !== 'languages.zh-CN')).toEqual(
      [],
    );
  });

  it('write English with straight quotes: Chinese fonts of phones draw the curly ones as wide as a character', () => {
    for (const [key, text] of english)
      expect([key, text]).toEqual([key, expect.not.stringMatching(/[‘’“”]/)]);
  });

  it('cover every error, reason, state, mark and kind of day of the contracts', () => {
    const errors = declared('errors', /export interface ErrorData/, /^ {2}([A-Z_]+):/gm);
    expect(errors).toContain('OUTSIDE_FENCE');
    const client = union('errors', 'ClientErrorCode');
    const reasons = [...contract('day-status').matchAll(/^ {2}\| '([A-Z_]+)'/gm)].map(([, code]) => code);
    expect(reasons).toContain('NOT_EMPLOYED');
    const marks = [
      ...new Set(
        [...contract('day-status').matchAll(/kind: ((?:'[\w-]+'(?: \| )?)+); readonly/g)].flatMap(
          ([, kinds]) => [...(kinds ?? '').matchAll(/'([\w-]+)'/g)].map(([, kind]) => kind),
        ),
      ),
    ];
    expect(marks).toContain('late-arrival');
    for (const language of ['zh-CN', 'en'] as const) {
      const texts = language === 'en' ? en : zhCN;
      expect(Object.keys(texts.errors)).toEqual(expect.arrayContaining([...errors, ...client]));
      expect(Object.keys(texts.reasons).sort()).toEqual([...reasons].sort());
      expect(Object.keys(texts.states)).toEqual(union('day-status', 'DayState'));
      expect(Object.keys(texts.cells)).toEqual(union('day-status', 'DayState'));
      expect(Object.keys(texts.kind)).toEqual(union('day-status', 'DayKind'));
      expect(Object.keys(texts.marks).map(base)).toEqual(expect.arrayContaining(marks));
    }
  });

  it('hold nothing that no screen says', () => {
    const files = fs
      .readdirSync(path.join(root, 'miniprogram'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ts$/.test(file) && !/^(locales\/(en|zh-CN)|miniprogram_npm)/.test(file));
    const source = files
      .map((file) => fs.readFileSync(path.join(root, 'miniprogram', file), 'utf8'))
      .join('\n');
    /** A key is said as it is, or put together from its group: `errors.${code}`. */
    const isSaid = (key: string): boolean => {
      const group = key.slice(0, key.lastIndexOf('.'));
      const above = group.slice(0, group.lastIndexOf('.'));
      return [`'${key}'`, `\`${group}.\${`, `\`${above}.\${`].some((said) => source.includes(said));
    };
    expect([...chinese.keys()].filter((key) => !isSaid(key))).toEqual([]);
  });
});

describe('words', () => {
  it('fill in figures and choose the plural', () => {
    expect(wordsIn('en').t('today.todoCount', { count: 1 })).toBe('1 item');
    expect(wordsIn('en').t('today.todoCount', { count: 3 })).toBe('3 items');
    expect(wordsIn('zh-CN').t('today.todoCount', { count: 1 })).toBe('1 项');
  });

  it('leave what a person wrote as it is', () => {
    expect(wordsIn('zh-CN').t('greeting.morning', { name: '<b>&' })).toBe('早上好，<b>&');
  });
});
