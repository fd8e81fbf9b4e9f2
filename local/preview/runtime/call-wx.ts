import { reportFault } from './problem-log';

type Apis = Readonly<Record<string, ((options: object) => unknown) | undefined>>;

/** Calls an API of the phone as the Mini Program would; built-ins such as navigator do. */
export function callWx(name: string, options: object): void {
  const { wx } = globalThis as unknown as { wx: Apis };
  const api = wx[name];
  if (api) api(options);
  else reportFault('api', `wx.${name} is not supported by the preview`);
}
