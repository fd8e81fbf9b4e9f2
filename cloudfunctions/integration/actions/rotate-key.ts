import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { IntegrationContract } from '#contracts/integration';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { integerBetween } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { usedOf } from '../data/clients';
import { rotatedKeys, secretAgain } from '../domain/client-keys';
import { clientId, onceField, openingField } from '../inputs/client';
import { changeClient } from '../services/change-client';
import { newKeyId, newSecret, openedKeys, sealed } from '../services/client-secrets';
import { requireOpened } from '../services/require-opened';

const DAY_MS = 24 * 3_600_000;
const MAX_OVERLAP_DAYS = 30;

/**
 * A new key; the one before is valid for some days more. A retry is answered with the same secret for ten minutes.
 * @throws AppError SECOND_CHECK_NEEDED, NOT_FOUND, KEY_LIMIT, BUSY, SETUP_MISSING
 */
export const rotateKey = employeeOrConsoleAction<IntegrationContract['rotateKey']>({
  input: strictObject({
    clientId,
    overlapDays: integerBetween(0, MAX_OVERLAP_DAYS),
    ...openingField,
    ...onceField,
  }),
  allow: can('update', 'IntegrationClients'),
  async run({ input, me, openid, now }) {
    await requireOpened(input.opening, { me, openid });
    const keyId = newKeyId(input.clientId, me && input.key ? `${me._id}\n${input.key}` : null);
    return changeClient(input.clientId, 'key-added', { me, now }, (client) => {
      const before = openedKeys(client);
      const overlap = input.overlapDays * DAY_MS;
      const result = { clientId: client._id, keyId, earlierUntil: dayOf((now + overlap) as Instant) };
      if (client.changes.some((change) => change.keyId === keyId)) {
        const secret = secretAgain(before, keyId, now);
        if (secret === null) throw new AppError('NOT_FOUND', { what: 'key' });
        return { fields: null, result: { ...result, secret } };
      }
      const secret = newSecret();
      const keys = rotatedKeys(before, { id: keyId, secret }, now, overlap);
      return {
        fields: { keys: keys.map((key) => sealed(client._id, key)), used: usedOf(client, keys) },
        keyId,
        result: { ...result, secret },
      };
    });
  },
});
