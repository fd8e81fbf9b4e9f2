import { codeOf, type WireClient } from '../wire-client';
import { type Act, type Answer, type Row, sorted } from './model';

const ROWS = 'rows';

/** Asks the database for an act, inside a transaction if one is given. @throws CloudError but for an id that is taken */
export async function askAct(client: WireClient, act: Act, transactionId?: string): Promise<Answer> {
  const update = (query: Record<string, unknown>, changes: Record<string, unknown>) =>
    client.update(ROWS, query, changes, transactionId);
  const find = async (query: Record<string, unknown>) =>
    sorted((await client.find(ROWS, query, transactionId)) as unknown as Row[]);
  switch (act.kind) {
    case 'get':
      return ((await client.get(ROWS, act.id, transactionId)) as Row | undefined) ?? null;
    case 'find':
      return find({ group: act.group });
    case 'atLeast':
      return find({ n: { $gte: act.n } });
    case 'count':
      return client.count(ROWS, { group: act.group });
    case 'add':
      return add(client, act.row, transactionId);
    case 'set': {
      const { _id, ...fields } = act.row;
      return client.set(ROWS, _id, fields, transactionId);
    }
    case 'increment':
      return update({ _id: act.id }, { $inc: { n: 1 }, $set: { by: act.by } });
    case 'swap':
      return update({ _id: act.id, by: act.expected }, { $set: { group: act.group, by: act.by } });
    case 'move':
      return update({ group: act.from }, { $set: { group: act.to, by: act.by } });
    case 'remove':
      return client.remove(ROWS, { _id: act.id, by: act.expected }, transactionId);
  }
}

async function add(client: WireClient, row: Row, transactionId?: string): Promise<Answer> {
  try {
    await client.add(ROWS, row, transactionId);
    return 1;
  } catch (error) {
    if (codeOf(error) === 'DATABASE_REQUEST_FAILED') return 'duplicate';
    throw error;
  }
}
