import type { FileSet } from '../../wechat/file-set';

export const MAIN = 'main';

interface AppJson {
  readonly subPackages?: readonly { readonly root: string }[];
  readonly subpackages?: readonly { readonly root: string }[];
}

/** Tells for a file's path which package it is in: `main` or the root folder of a subpackage. */
export type PackageOf = (file: string) => string;

/** Root folders of the subpackages that app.json declares, without a trailing slash. */
export function subpackageRoots(files: FileSet): string[] {
  const text = files.get('app.json');
  if (!text) throw new Error('app.json is missing');
  const app = JSON.parse(text.toString('utf8')) as AppJson;
  return (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/^\/|\/$/g, ''));
}

export function packageFinder(files: FileSet): PackageOf {
  const roots = subpackageRoots(files);
  return (file) => roots.find((root) => file.startsWith(`${root}/`)) ?? MAIN;
}

/** A package may use its own files and those of the main package. */
export const mayUse = (user: string, used: string): boolean => used === MAIN || used === user;
