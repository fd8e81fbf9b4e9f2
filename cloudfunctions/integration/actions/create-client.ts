import { strictObject } from 'valibot';
import type { IntegrationContract } from '#contracts/integration';
import { AppError } from '../../shared/errors/app-error';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { addClient, countClients, findClient, MAX_CLIENTS } from '../data/clients';
import { secretAgain } from '../domain/client-keys';
import { clientName, onceField, openingField, scopeFields } from '../inputs/client';
import { noteOf } from '../services/change-client';
import { newClientId, newKeyId, newSecret, openedKeys, sealed } from '../services/client-secrets';
import { requireOpened } from '../services/require-opened';

/**
 * Lets a system outside set values. Its secret is in the answer, for ten minutes in that of a retry, and is never shown again.
 * One read and one write.
 * @throws AppError SECOND_CHECK_NEEDED, CLIENT_LIMIT, NOT_FOUND for a late retry, SETUP_MISSING
 */
export const createClient = employeeOrConsoleAction<IntegrationContract['createClient']>({
  input: strictObject({ name: clientName, ...scopeFields, ...openingField, ...onceField }),
  allow: can('update', 'IntegrationClients'),
  texts: ({ name }) => [name],
  async run({ input: { name, kpis, cycles, opening, key: once }, me, openid, now }) {
    await requireOpened(opening, { me, openid });
    const call = me && once ? `${me._id}\n${once}` : null;
    const clientId = newClientId(call);
    const key = { id: newKeyId(clientId, call), secret: newSecret(), from: now, until: null };
    if ((await countClients()) >= MAX_CLIENTS) throw new AppError('CLIENT_LIMIT', { max: MAX_CLIENTS });
    const added = await addClient({
      ...{ _id: clientId, name, kpis, cycles, rev: 1 },
      keys: [sealed(clientId, key)],
      changes: [noteOf('created', me, now, key.id)],
    });
    const client = added === 'added' ? null : await findClient(clientId);
    const secret = client ? secretAgain(openedKeys(client), key.id, now) : key.secret;
    if (secret === null) throw new AppError('NOT_FOUND', { what: 'key' });
    return { clientId, keyId: key.id, secret };
  },
});
