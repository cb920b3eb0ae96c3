import { findFramework } from '../frameworks/registry.js';
import { findScale } from '../scales/registry.js';
import type { OutcomeFramework } from '../schema/framework.js';
import type { RatingScale } from '../schema/scale.js';
import type { Kind } from './check.js';
import { UseError } from './command.js';
import { nameOf } from './input.js';
import { tell, type Io } from './io.js';
import { isMalformed, type Place } from './json.js';
import { lineOf, readPlaced, report } from './validate.js';

/** A framework, with where it is and where its parts stand. */
export interface GivenFramework {
  readonly framework: OutcomeFramework;
  readonly name: string;
  /** `null` for one that is shipped: it has no file. */
  placeOf(path: string): Place | null;
}

async function readValid(
  io: Io,
  file: string,
  kind: Kind,
): Promise<{ value: unknown; placeOf: (path: string) => Place } | null> {
  const one = await readPlaced(io, file);
  const { problems } = report(one, kind);
  for (const problem of problems) tell(io, lineOf(nameOf(file), problem));
  return isMalformed(one.json) || problems.length > 0 ? null : one.json;
}

/**
 * A framework by its file, or one that is shipped by its id (`shanarri`, `shanarri@1`). `null` when the file is no valid framework, which has
 * then been told.
 *
 * @throws UseError when there is neither
 */
export async function readFramework(io: Io, name: string): Promise<GivenFramework | null> {
  const shipped = findFramework(name);
  if (shipped) return { framework: shipped, name, placeOf: () => null };
  const found = await readValid(io, name, 'framework').catch((error: unknown) => {
    if (!(error instanceof UseError)) throw error;
    throw new UseError(
      error.message,
      'Name the file of a framework, or the id of one that is shipped, such as talking-points-community.',
    );
  });
  return found && { framework: found.value as OutcomeFramework, name: nameOf(name), placeOf: found.placeOf };
}

/** Looks up the scales in some files, and those that are shipped. `null` when one of the files is no valid scale, which has then been told. */
export async function readScales(
  io: Io,
  files: readonly string[],
): Promise<((id: string) => RatingScale | undefined) | null> {
  const own = new Map<string, RatingScale>();
  for (const file of files) {
    const found = await readValid(io, file, 'scale');
    if (!found) return null;
    const scale = found.value as RatingScale;
    own.set(scale.id, scale);
  }
  return (id) => own.get(id) ?? findScale(id);
}
