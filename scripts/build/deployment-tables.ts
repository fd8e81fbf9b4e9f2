import { DEPLOYMENTS, RUNTIME } from '../../cloudfunctions/deployment';

const BEGIN = '<!-- Made from deployment.ts by `npm run deployment`: begin -->';
const END = '<!-- end -->';

/** A text with the part between the two marks regenerated. @throws Error if it does not have both marks once */
export function withTables(text: string): string {
  const [before, rest, more] = text.split(BEGIN);
  const [, after, another] = (rest ?? '').split(END);
  if (before === undefined || after === undefined || more !== undefined || another !== undefined)
    throw new Error(`The marks of the tables of deployment.ts must be there once: ${BEGIN} … ${END}`);
  return `${before}${BEGIN}\n\n${functionsTable()}\n\n${variablesTable()}\n\n${END}${after}`;
}

function functionsTable(): string {
  const rows = Object.entries(DEPLOYMENTS).map(([name, { timeout, memorySize, timer, openapi }]) => [
    name,
    RUNTIME.name,
    `${timeout} s`,
    `${memorySize} MB`,
    timer ? `\`${timer.cron}\` (${timer.name}): ${timer.does}` : '',
    openapi.map((api) => `\`${api}\``).join(', '),
  ]);
  return table(['function', 'runtime', 'time', 'memory', 'timer', 'interfaces of WeChat'], rows);
}

function variablesTable(): string {
  const rows = Object.entries(DEPLOYMENTS).flatMap(([name, { variables }]) =>
    variables.map((variable) => [
      `\`${variable.name}\``,
      name,
      variable.required ? 'yes' : 'no',
      variable.purpose,
      variable.value,
    ]),
  );
  return table(['variable', 'of', 'required', 'for', 'value'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
