/** No leading dot, so that `..` is excluded. */
const NAME = /^(?![.])[A-Za-z0-9._-]{1,120}$/;
const ENVIRONMENT = /^[A-Za-z0-9._-]+$/;

/** Whether an id is `cloud://<environment>/<folder>/<employee>/<name>`, in one of `folders`. */
export function isOwnFile(fileId: string, employeeId: string, folders: readonly string[]): boolean {
  const [scheme, empty, environment = '', folder = '', owner, name = '', ...more] = fileId.split('/');
  const isCloud = scheme === 'cloud:' && empty === '' && ENVIRONMENT.test(environment);
  return isCloud && folders.includes(folder) && owner === employeeId && NAME.test(name) && more.length === 0;
}
