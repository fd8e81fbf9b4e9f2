import fs from 'node:fs';
import path from 'node:path';
import { en as attendanceEn } from '../../../../miniprogram/features/attendance/words/en';
import { zhCN as attendanceZh } from '../../../../miniprogram/features/attendance/words/zh-CN';
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

const MINIPROGRAM = path.join(root, 'miniprogram');
const FEATURES = path.join(MINIPROGRAM, 'features');
const hasWords = (feature: string): boolean => fs.existsSync(path.join(FEATURES, feature, 'words/words.ts'));

interface Package {
  /** `main`, or the feature that is a subpackage. */
  readonly name: string;
  readonly zhCN: object;
  readonly en: object;
}

const subpackages: readonly Package[] = fs
  .readdirSync(FEATURES)
  .filter(hasWords)
  .map((name) => ({
    name,
    zhCN: require(path.join(FEATURES, name, 'words/zh-CN')).zhCN,
    en: require(path.join(FEATURES, name, 'words/en')).en,
  }));
const packages: readonly Package[] = [{ name: 'main', zhCN, en }, ...subpackages];

/** The texts of all packages; a key that two packages hold would hide one of the texts. */
function together(files: readonly object[]): Map<string, string> {
  const all = files.flatMap((texts) => [...flatten(texts)]);
  const merged = new Map(all);
  expect(merged.size).toBe(all.length);
  return merged;
}

const chinese = together(packages.map((each) => each.zhCN));
const english = together(packages.map((each) => each.en));
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
  it.each(packages)('have the same keys: $name', (each) => {
    const keys = (texts: object) => new Set([...flatten(texts).keys()].map(base));
    expect(keys(each.en)).toEqual(keys(each.zhCN));
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

  it('say one of everything in the singular', () => {
    /** Words behind a count that are the same for one. */
    const same =
      /^(more|selected|approved|rejected|unread|of|off|on|min|h|d|s|oldest|are|decided|so|aligned|behind|below|to)$/;
    const plurals = [...english].filter(([key, text]) => {
      const [, word = ''] = /\{\{count\}\} (\w+)/.exec(text) ?? [];
      return key === base(key) && word !== '' && !same.test(word) && !english.has(`${key}_one`);
    });
    expect(plurals).toEqual([]);
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
      const texts = language === 'en' ? { ...en, ...attendanceEn } : { ...zhCN, ...attendanceZh };
      expect(Object.keys(texts.errors)).toEqual(expect.arrayContaining([...errors, ...client]));
      expect(Object.keys(texts.reasons).sort()).toEqual([...reasons].sort());
      expect(Object.keys(texts.states)).toEqual(union('day-status', 'DayState'));
      expect(Object.keys(texts.cells)).toEqual(union('day-status', 'DayState'));
      expect(Object.keys(texts.kind)).toEqual(union('day-status', 'DayKind'));
      expect(Object.keys(texts.marks).map(base)).toEqual(expect.arrayContaining(marks));
    }
  });

  it('hold nothing that no screen says', () => {
    const mine = sourceOf(MINIPROGRAM);
    expect([...flatten(zhCN).keys()].filter((key) => !isSaid(key, mine))).toEqual([]);
  });

  it('of the main package hold no group that only one subpackage says', () => {
    const main = scriptsIn(MINIPROGRAM).filter((file) => !file.startsWith('features/'));
    const speakers = [
      textOf(MINIPROGRAM, main),
      ...subpackages.map(({ name }) => sourceOf(path.join(FEATURES, name))),
    ];
    const owners = (group: string) => {
      const keys = [...flatten(zhCN).keys()].filter((key) => key === group || key.startsWith(`${group}.`));
      return speakers.flatMap((source, speaker) =>
        keys.some((key) => isSaid(key, source)) ? [speaker] : [],
      );
    };
    const misplaced = Object.keys(zhCN).filter((group) => {
      const [owner, ...others] = owners(group);
      return owner !== 0 && others.length === 0;
    });
    expect(misplaced).toEqual([]);
  });

  it.each(subpackages)('are in the only feature that says them: $name', (each) => {
    const mine = sourceOf(path.join(FEATURES, each.name));
    const others = sourceOf(MINIPROGRAM, each.name);
    const keys = [...flatten(each.zhCN).keys()];
    expect(keys.filter((key) => !isSaid(key, mine))).toEqual([]);
    expect(keys.filter((key) => isSaid(key, others))).toEqual([]);
  });

  it.each(subpackages)('are there before a page or a component says them: $name', (each) => {
    const folder = path.join(FEATURES, each.name);
    const silent = scriptsIn(folder)
      .filter((file) => fs.existsSync(path.join(folder, file.replace(/\.ts$/, '.wxml'))))
      .filter((file) => {
        const script = fs.readFileSync(path.join(folder, file), 'utf8');
        const speaks = file.startsWith('pages/') || script.includes("services/language'");
        return speaks && !script.includes("import '../../words/words';");
      });
    expect(silent).toEqual([]);
  });
});

describe('a line of a payslip that somebody doubts', () => {
  it('is a question, and nowhere has another word', () => {
    const named = (texts: ReadonlyMap<string, string>, word: RegExp) =>
      [...texts].filter(([, text]) => word.test(text)).map(([key]) => key);
    expect(named(english, /\bdisput/i)).toEqual([]);
    expect(named(chinese, /异议|质疑/)).toEqual([]);
  });
});

/** The scripts in a folder, without the language files. */
function scriptsIn(folder: string): string[] {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.ts$/.test(file) && !/(^|\/)(en|zh-CN)\.ts$|^miniprogram_npm/.test(file));
}

/** What they say, without those of one feature. */
function sourceOf(folder: string, without?: string): string {
  const files = scriptsIn(folder);
  return textOf(
    folder,
    files.filter((file) => !without || !file.startsWith(`features/${without}/`)),
  );
}

const textOf = (folder: string, files: readonly string[]): string =>
  files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8')).join('\n');

/** A key is said as it is, or put together from its group: `errors.${code}`. */
function isSaid(key: string, source: string): boolean {
  const group = key.slice(0, key.lastIndexOf('.'));
  const above = group.slice(0, group.lastIndexOf('.'));
  return [`'${key}'`, `\`${group}.\${`, `\`${above}.\${`].some((said) => source.includes(said));
}

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
