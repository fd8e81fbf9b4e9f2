import path from 'node:path';

type Options = Readonly<Record<string, unknown>> & {
  success?(result: unknown): void;
  fail?(error: { errMsg: string }): void;
  complete?(): void;
};

/** A `wx` with storage; everything else is given by the test. */
export function fakePhone(more: Readonly<Record<string, unknown>> = {}) {
  const storage = new Map<string, unknown>();
  const wx = {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, structuredClone(value)),
    setStorage: ({ key, data }: { key: string; data: unknown }) =>
      void storage.set(key, structuredClone(data)),
    removeStorageSync: (key: string) => void storage.delete(key),
    getNetworkType: ({ success }: Options) => success?.({ networkType: 'wifi' }),
    onNetworkStatusChange: () => undefined,
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
    ...more,
  };
  Object.assign(globalThis, { wx });
  return { storage, wx };
}

/**
 * Loads a module of the Mini Program fresh, against the fake `wx`. Not by `import`: the module is typed by the
 * Mini Program's own global types, which do not go together with Node's.
 */
export function loadService<Shape>(name: string): Shape {
  return require(path.resolve(__dirname, '../../../../miniprogram', name)) as Shape;
}
