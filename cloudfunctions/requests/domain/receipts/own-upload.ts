const NAME = /^[A-Za-z0-9._-]{1,120}$/;

/** `cloud://<environment>/requests/<employee>/<name>`, as the employee's own phone uploads it. */
export function isOwnUpload(fileId: string, employeeId: string): boolean {
  const [scheme, empty, environment, folder, owner, name = '', ...more] = fileId.split('/');
  const isCloud = scheme === 'cloud:' && empty === '' && environment !== '';
  return isCloud && folder === 'requests' && owner === employeeId && NAME.test(name) && more.length === 0;
}
