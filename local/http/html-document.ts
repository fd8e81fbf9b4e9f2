export interface HtmlParts {
  readonly title: string;
  readonly stylesheets: readonly string[];
  /** Addresses of scripts, run in this order after `inlineScript`. */
  readonly scripts: readonly string[];
  readonly inlineScript?: string;
  /** More elements of the head. */
  readonly head?: string;
}

/** A page of the developer tools: its scripts draw everything. Nothing in it is escaped. */
export function htmlDocument({ title, stylesheets, scripts, inlineScript, head }: HtmlParts): string {
  const lines = [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">',
    ...(head ? [head] : []),
    `<title>${title}</title>`,
    '<link rel="icon" href="data:,">',
    ...stylesheets.map((href) => `<link rel="stylesheet" href="${href}">`),
    '</head>',
    '<body>',
    ...(inlineScript ? [`<script>${inlineScript}</script>`] : []),
    ...scripts.map((src) => `<script src="${src}"></script>`),
    '</body>',
    '</html>',
  ];
  return lines.join('\n');
}
