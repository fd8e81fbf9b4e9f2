import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One index, the leading field first. A missing field counts as null, also for `unique`. */
export interface IndexDeclaration {
  collection: string;
  fields: string[];
  unique?: boolean;
  /** An index on places (GeoJSON), of one field; searches around a point need it. */
  geo?: boolean;
}

/** Collections and indexes of a cloud environment before the first function runs. */
export interface DatabaseDeclaration {
  collections: string[];
  indexes: IndexDeclaration[];
}

/**
 * Reads `cloudfunctions/database.json` under `root`; no file means nothing declared.
 * @throws Error naming the file if it is not in the form above
 */
export function readDatabaseDeclaration(root: string): DatabaseDeclaration {
  const file = path.join(root, 'cloudfunctions', 'database.json');
  if (!existsSync(file)) return { collections: [], indexes: [] };
  const { collections = [], indexes = [] } = JSON.parse(readFileSync(file, 'utf8')) ?? {};
  if (!isTexts(collections) || !Array.isArray(indexes) || !indexes.every(isIndexDeclaration))
    throw new Error(
      `${file}: expected { "collections": [names], "indexes": [{ collection, fields, unique, geo }] }.`,
    );
  return { collections, indexes };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
}

function isIndexDeclaration(value: unknown): value is IndexDeclaration {
  if (typeof value !== 'object' || value === null) return false;
  const { collection, fields, unique = false, geo = false } = value as Partial<IndexDeclaration>;
  if (typeof collection !== 'string' || !isTexts(fields) || fields.length === 0) return false;
  if (typeof unique !== 'boolean' || typeof geo !== 'boolean') return false;
  return !geo || (fields.length === 1 && !unique);
}
