import type { StoredAccount } from '../../accounts/public';
import type { RequestDocument } from '../domain/request/request';

/** The requests that an account keeps until they have arrived in `requests`: as they were sent into it. */
export const stagedIn = ({ staged }: StoredAccount): Readonly<Record<string, RequestDocument>> =>
  (staged ?? {}) as Readonly<Record<string, RequestDocument>>;
