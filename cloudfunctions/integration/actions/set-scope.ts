import { strictObject } from 'valibot';
import type { IntegrationContract } from '#contracts/integration';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { clientId, openingField, scopeFields } from '../inputs/client';
import { changeClient } from '../services/change-client';
import { requireOpened } from '../services/require-opened';

/** What a client may set from now on. @throws AppError SECOND_CHECK_NEEDED, NOT_FOUND, BUSY */
export const setScope = employeeOrConsoleAction<IntegrationContract['setScope']>({
  input: strictObject({ clientId, ...scopeFields, ...openingField }),
  allow: can('update', 'IntegrationClients'),
  async run({ input: { clientId: id, opening, ...scope }, me, openid, now }) {
    await requireOpened(opening, { me, openid });
    return changeClient(id, 'scope-changed', { me, now }, ({ kpis, cycles, changes }) => {
      const isSame = kpis.join() === scope.kpis.join() && cycles.join() === scope.cycles.join();
      return isSame
        ? { fields: null, result: { changes: changes.length } }
        : { fields: scope, result: { changes: changes.length + 1 } };
    });
  },
});
