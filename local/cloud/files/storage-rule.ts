import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compileExpression, type RuleSubject } from './rule-expression';

/** Who of the Mini Program's users may read and write a file; functions and the console always may. */
export interface StorageRule {
  read: boolean | string;
  write: boolean | string;
}

/** A compiled rule. `openid` asks; `file.openid` is empty for a file that no person uploaded. */
export interface FileAccess {
  mayRead(openid: string, file: RuleSubject['resource']): boolean;
  mayWrite(openid: string, file: RuleSubject['resource']): boolean;
}

/** Of a rule's text, on the platform. */
const MAX_LENGTH = 1024;

/** The platform's default rule: everybody reads, only the creator writes. */
export const DEFAULT_RULE: StorageRule = { read: true, write: 'resource.openid == auth.openid' };

/**
 * Reads `cloudfunctions/storage-rule.json` under `root`; undefined where there is none.
 * @throws Error naming the file if it is no rule
 */
export function readStorageRule(root: string): StorageRule | undefined {
  const file = path.join(root, 'cloudfunctions', 'storage-rule.json');
  if (!existsSync(file)) return undefined;
  try {
    const rule = JSON.parse(readFileSync(file, 'utf8')) as StorageRule;
    compileRule(rule);
    return rule;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

/** A missing part refuses, as on the platform. @throws Error naming what the platform would not accept */
export function compileRule({ read = false, write = false }: Partial<StorageRule>): FileAccess {
  if (JSON.stringify({ read, write }).length > MAX_LENGTH)
    throw new Error(`the storage rule is longer than ${MAX_LENGTH} characters`);
  return { mayRead: compilePart('read', read), mayWrite: compilePart('write', write) };
}

function compilePart(name: string, part: unknown): FileAccess['mayRead'] {
  if (typeof part === 'boolean') return () => part;
  if (typeof part !== 'string') throw new Error(`${name} must be true, false or an expression`);
  const evaluate = compileExpression(part);
  return (openid, resource) => evaluate({ auth: { openid }, resource }) === true;
}
