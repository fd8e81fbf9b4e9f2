/**
 * WXML without what has no meaning: comments, white space between tags and inside of expressions, and the two ways
 * to close an empty tag.
 */
export function meaningOfMarkup(source: string): string[] {
  const clean = source
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\{\{[\s\S]*?\}\}/g, (expression) => expression.replace(/\s+/g, '').replace(/"/g, "'"));
  const tokens = clean.match(/<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/g) ?? [];
  return tokens.flatMap(meaningOfToken);
}

function meaningOfToken(token: string): string[] {
  if (!token.startsWith('<')) {
    const text = token.replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [text];
  }
  if (token.startsWith('</')) return [`</${token.slice(2, -1).trim()}>`];
  const [, name = '', rest = ''] = /^<([\w-]+)([\s\S]*?)\/?>$/.exec(token) ?? [];
  const attributes = [...rest.matchAll(/([^\s=]+)(?:\s*=\s*("[^"]*"|'[^']*'))?/g)].map(
    ([, key = '', value]) => `${key}=${attributeValue(key, (value ?? '').slice(1, -1))}`,
  );
  const open = `<${[name, ...attributes.sort()].join(' ')}>`;
  return token.endsWith('/>') ? [open, `</${name}>`] : [open];
}

function attributeValue(key: string, written: string): string {
  const value = written.replace(/\s+/g, ' ').trim();
  return key === 'style' ? value.replace(/\s*([:;])\s*/g, '$1').replace(/;$/, '') : value;
}
