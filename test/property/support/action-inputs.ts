import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { GenericSchema } from 'valibot';

const ROOT = path.resolve(__dirname, '../../../cloudfunctions');

const isAction = (value: unknown): value is { readonly input: GenericSchema } =>
  typeof value === 'object' && value !== null && 'callers' in value && 'input' in value;

/** What an action that asks other features is made with: whatever is taken out of it is a function too. */
const OTHERS: object = new Proxy(() => OTHERS, { get: () => () => OTHERS });

/** An action, also one that a function makes of what it asks other features. */
const actionOf = (exported: unknown): unknown =>
  typeof exported === 'function' && /Action\)?\(/.test(String(exported)) ? exported(OTHERS) : exported;

/** Every action of every feature, by its file. */
export const ACTION_INPUTS = readdirSync(ROOT).flatMap((feature) => {
  const folder = path.join(ROOT, feature, 'actions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file): [string, GenericSchema][] => {
    const exported = Object.values(require(path.join(folder, file)) as object);
    return exported
      .map(actionOf)
      .filter(isAction)
      .map(({ input }) => [`${feature}/${file}`, input]);
  });
});

export type Node = GenericSchema & Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

/** The schemas of texts in a schema, each with all that is done to the text. */
export function textsIn(node: Node): Node[] {
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
