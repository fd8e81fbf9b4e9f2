/** Every text of a value that the company writes in Chinese and English, at any depth: names, labels, options. */
export function localTextsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh-CN' in value) return Object.values(value).filter((text) => typeof text === 'string');
  return Object.values(value).flatMap(localTextsIn);
}
