import { strictObject } from 'valibot';
import type { IntegrationContract } from '#contracts/integration';
import { AppError } from '../../shared/errors/app-error';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { withoutKey } from '../domain/client-keys';
import { clientId, keyId, openingField } from '../inputs/client';
import { changeClient } from '../services/change-client';
import { requireOpened } from '../services/require-opened';

/**
 * Ends a key at once, such as after its secret became known. Idempotent.
 * @throws AppError SECOND_CHECK_NEEDED, NOT_FOUND, BUSY
 */
export const endKey = employeeOrConsoleAction<IntegrationContract['endKey']>({
  input: strictObject({ clientId, keyId, ...openingField }),
  allow: can('update', 'IntegrationClients'),
  async run({ input, me, openid, now }) {
    await requireOpened(input.opening, { me, openid });
    return changeClient(input.clientId, 'key-ended', { me, now }, (client) => {
      const keys = withoutKey(client.keys, input.keyId);
      const result = { keys: keys.length };
      const isEnded = client.changes.some(({ what, keyId }) => what === 'key-ended' && keyId === input.keyId);
      if (isEnded) return { fields: null, result };
      if (keys.length === client.keys.length) throw new AppError('NOT_FOUND', { what: 'key' });
      return { fields: { keys }, keyId: input.keyId, result };
    });
  },
});
