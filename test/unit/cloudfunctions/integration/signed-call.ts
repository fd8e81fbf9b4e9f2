import type { Instant } from '#contracts/common';
import type { ClientKey } from '../../../../cloudfunctions/integration/domain/client-keys';
import { type HttpCall, readHttpCall } from '../../../../cloudfunctions/integration/domain/http-call';
import { eventOf, signedRequest } from '../../../../docs/integration-client.mjs';

export const NOW = Date.parse('2026-11-28T12:00:00Z') as Instant;
export const SECRET = 'vZ0mQ8l1b4y7K2s9d3f6G5h8j1k4L7n0';
export const KEY: ClientKey = { id: 'pos-1', secret: SECRET, from: 0 as Instant, until: null };
export const BODY = '{"values":[]}';

type Wanted = Partial<Parameters<typeof signedRequest>[0]>;

/** What the client of the documentation signs, as the gateway hands it over. */
export const signedEvent = (wanted: Wanted = {}) =>
  eventOf(
    signedRequest({
      keyId: 'pos-1',
      secret: SECRET,
      body: BODY,
      now: NOW,
      idempotencyKey: 'a-key-of-this-call',
      ...wanted,
    }),
  );

export const signedCall = (wanted: Wanted = {}): HttpCall => readHttpCall(signedEvent(wanted));
