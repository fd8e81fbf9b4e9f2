import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type GenericSchema, safeParse } from 'valibot';
import { cleanText } from '../../miniprogram/common/clean-text';

const ROOT = path.resolve(__dirname, '../../cloudfunctions');

const isAction = (value: unknown): value is { readonly input: GenericSchema } =>
  typeof value === 'object' && value !== null && 'callers' in value && 'input' in value;

/** Every action of every feature, by its file. */
const ACTIONS = readdirSync(ROOT).flatMap((feature) => {
  const folder = path.join(ROOT, feature, 'actions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file): [string, GenericSchema][] => {
    const exported = Object.values(require(path.join(folder, file)) as object);
    return exported.filter(isAction).map(({ input }) => [`${feature}/${file}`, input]);
  });
});

type Node = GenericSchema & Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

/** The schemas of texts in a schema, each with all that is done to the text. */
function textsIn(node: Node): Node[] {
  if (node.type === 'string') return [node];
  const { entries = {}, options = [], items = [], item, wrapped, key, value, pipe = [] } = node;
  const [, ...piped] = pipe as Node[];
  const below = [
    ...Object.values(entries as object),
    ...(options as unknown[]),
    ...(items as unknown[]),
    ...[item, wrapped, key, value],
    ...piped,
  ];
  return below.filter(isNode).flatMap(textsIn);
}

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
  expect(ACTIONS.length).toBeGreaterThan(60);
  expect(ACTIONS.flatMap(([, input]) => textsIn(input as Node)).length).toBeGreaterThan(100);
});

test.each(ACTIONS)('%s takes no text with anything invisible in it', (_file, input) => {
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
