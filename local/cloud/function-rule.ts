import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CloudError } from './cloud-error';
import type { Identity } from './identity';

/** The values that the platform accepts: everybody, nobody, signed-in users. */
type Invoke = boolean | 'auth != null';

/** Who may call functions from a client (云函数 → 权限控制), by function; `*` stands for the others. */
export type FunctionRule = Readonly<Record<string, { readonly invoke: Invoke }>>;

/** The platform's default rule. */
export const DEFAULT_RULE: FunctionRule = { '*': { invoke: 'auth != null' } };

const FILE = path.join('cloudfunctions', 'function-rule.json');

/** As the repository at `root` ships it. @throws Error if the platform would not accept the rule */
export function readFunctionRule(root: string): FunctionRule {
  const rule: unknown = JSON.parse(readFileSync(path.join(root, FILE), 'utf8'));
  const entries = Object.entries(Object(rule)).map(([name, entry]) => [name, Object(entry).invoke]);
  const isRule = entries.every(([, invoke]) => [true, false, 'auth != null'].includes(invoke));
  if (!isRule || !entries.some(([name]) => name === '*')) throw new Error(`${FILE} is not a function rule.`);
  return rule as FunctionRule;
}

/** The rule applies to clients only. @throws CloudError PERMISSION_DENIED */
export function requireInvokable(rule: FunctionRule, name: string, { kind }: Identity): void {
  if (kind !== 'user' && kind !== 'anonymous') return;
  const invoke = (Object.hasOwn(rule, name) ? rule[name] : rule['*'])?.invoke ?? false;
  if (invoke === true || (invoke === 'auth != null' && kind === 'user')) return;
  throw new CloudError(
    'PERMISSION_DENIED',
    `[PERMISSION_DENIED] The function rule lets no such client call ${name}.`,
  );
}
