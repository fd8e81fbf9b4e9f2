import { strictObject } from 'valibot';
import type { IntegrationContract } from '#contracts/integration';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { listAllClients } from '../data/clients';
import { openingField } from '../inputs/client';
import { requireOpened } from '../services/require-opened';

/**
 * Systems outside with their scopes and keys, without secrets. One read.
 * @throws AppError SECOND_CHECK_NEEDED, BUSY
 */
export const listClients = employeeOrConsoleAction<IntegrationContract['listClients']>({
  input: strictObject(openingField),
  allow: can('read', 'IntegrationClients'),
  async run({ input, me, openid }) {
    await requireOpened(input.opening, { me, openid });
    const found = await listAllClients();
    return {
      clients: found.map(({ _id: id, name, kpis, cycles, keys, changes, used = {} }) => ({
        ...{ id, name, kpis, cycles, changes },
        keys: keys.map(({ id: key, from, until }) => ({ id: key, from, until, usedAt: used[key] ?? null })),
      })),
    };
  },
});
