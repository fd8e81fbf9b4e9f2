import path from 'node:path';
import { filesBelow, isFile, readJson } from '../lib/files';
import { iconProblems } from './tab-icon';

type Theme = Readonly<Record<string, string>>;

/** Every `@name` used in a JSON file has a value in both themes; every icon among them exists. */
export function themeProblems(root: string, location: string | undefined): string[] {
  const used = usedVariables(root);
  if (!location)
    return used.map(([file, name]) => `${file}: @${name} is used, but app.json has no themeLocation`);
  const file = path.join(root, location);
  if (!isFile(file)) return [`app.json: ${location} is missing`];
  const themes = readJson<{ light?: Theme; dark?: Theme }>(file);
  return Object.entries({ light: themes.light ?? {}, dark: themes.dark ?? {} }).flatMap(([mode, theme]) => [
    ...used
      .filter(([, name]) => !(name in theme))
      .map(([user, name]) => `${user}: @${name} has no value in the ${mode} theme`),
    ...Object.values(theme)
      .filter((value) => /\.(png|jpe?g|svg)$/.test(value))
      .flatMap((icon) => iconProblems(root, icon).map((problem) => `${location} (${mode}): ${problem}`)),
  ]);
}

function usedVariables(root: string): [file: string, name: string][] {
  return filesBelow(root, ['miniprogram_npm'])
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) =>
      strings(readJson<unknown>(file))
        .filter((value) => /^@\w+$/.test(value))
        .map((value): [string, string] => [path.relative(root, file), value.slice(1)]),
    );
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}
