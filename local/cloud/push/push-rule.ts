import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Which function gets which message of WeChat's servers (云开发控制台 → 设置 → 全局设置 → 消息推送). */
export type PushRule = readonly {
  readonly msgType: string;
  readonly event: string;
  readonly function: string;
}[];

const FILE = path.join('cloudfunctions', 'message-push.json');

/** As the repository at `root` ships it. @throws Error if the console would not accept it */
export function readPushRule(root: string): PushRule {
  const rule: unknown = JSON.parse(readFileSync(path.join(root, FILE), 'utf8'));
  if (!Array.isArray(rule) || !rule.every(isEntry))
    throw new Error(`${FILE} is not a list of pushed messages.`);
  const kinds = new Set(rule.map(({ msgType, event }) => `${msgType}/${event}`));
  if (kinds.size < rule.length) throw new Error(`${FILE} sends one message to two functions.`);
  return rule;
}

const isEntry = (entry: unknown): entry is PushRule[number] =>
  ['msgType', 'event', 'function'].every((key) => typeof Object(entry)[key] === 'string');
