import type { Instant } from '#contracts/common';
import type { ClientChange, ClientChangeNote } from '#contracts/integration';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { type Client, findClient, replaceClient } from '../data/clients';

const MAX_CHANGES = 50;

interface Change<Result> {
  /** What is set; null if it is so already, such as after a retry. */
  readonly fields: Partial<Client> | null;
  readonly keyId?: string;
  readonly result: Result;
}

/** Who has done what; nobody's name for the console. */
export const noteOf = (
  what: ClientChange,
  me: Employee | null,
  at: Instant,
  keyId?: string,
): ClientChangeNote => ({
  at,
  what,
  ...(keyId !== undefined && { keyId }),
  ...(me && { byId: me._id, byName: me.name, byNameEn: me.nameEn }),
});

/**
 * Changes a client as it is now, and keeps that it was, and by whom.
 * @throws AppError NOT_FOUND, BUSY after a concurrent change, and what `change` throws
 */
export async function changeClient<Result>(
  id: string,
  what: ClientChange,
  { me, now }: { readonly me: Employee | null; readonly now: Instant },
  change: (client: Client) => Change<Result>,
): Promise<Result> {
  const client = await findClient(id);
  if (!client) throw new AppError('NOT_FOUND', { what: 'client' });
  const { fields, keyId, result } = change(client);
  if (!fields) return result;
  const changes = [noteOf(what, me, now, keyId), ...client.changes].slice(0, MAX_CHANGES);
  if (await replaceClient(client, { ...fields, changes })) return result;
  throw new AppError('BUSY', {});
}
